"""Pages are useful before JavaScript, and without it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reader import KINDS, path_of
from tests.site.building import Built, words_of


@pytest.fixture(scope="module")
def without_scripts(browser: Browser) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


@pytest.fixture
def plain(without_scripts: Page) -> Page:
    """A page in a browser that runs no scripts, as wide as a phone. Nothing can be kept, so one is enough for all."""
    without_scripts.set_viewport_size({"width": 360, "height": 700})
    return without_scripts


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind not in {"missing page", "search", "search results"}]
)
def test_every_word_of_the_text_is_shown(kind: str, plain: Page, whole: Built, site_url: str) -> None:
    path = path_of(whole, kind)
    plain.set_viewport_size({"width": 1280, "height": 900})
    plain.goto(site_url + path)
    built = next(page for page in whole.pages if page.path == path)
    prose = plain.locator(".prose")
    shown = prose.locator("p:visible, li:visible, td:visible, th:visible, dd:visible").count()
    folded = prose.locator("details:not([open]) :is(p, li, td, th, dd)").count()
    unfiltered = prose.locator(".filter :is(p, li, td, th, dd)").count()
    expected = len(
        built.all("//*[@class='prose']//*[self::p or self::li or self::td or self::th or self::dd]")
    )
    assert shown + folded + unfiltered == expected


def test_the_menu_opens(plain: Page, whole: Built, site_url: str) -> None:
    plain.goto(site_url + path_of(whole, "reading"))
    link = plain.locator("nav.menu a").first
    expect(link).to_be_hidden()
    plain.locator("nav.menu summary").first.click()
    expect(link).to_be_visible()


def test_the_language_menu_opens(plain: Page, whole: Built, site_url: str) -> None:
    plain.goto(site_url + path_of(whole, "reading"))
    plain.locator("nav.languages summary").click()
    expect(plain.locator("nav.languages a").last).to_be_visible()


def test_a_term_leads_to_its_explanation_at_the_foot(plain: Page, whole: Built, site_url: str) -> None:
    plain.goto(site_url + path_of(whole, "reading"))
    term = plain.locator("a.term").first
    anchor = (term.get_attribute("href") or "").removeprefix("#")
    term.click()
    assert plain.url.endswith(f"#{anchor}")
    expect(plain.locator(f"[id='{anchor}'] dd")).to_be_in_viewport()


def test_controls_that_need_a_script_are_not_there(plain: Page, whole: Built, site_url: str) -> None:
    for kind in ("factors page", "glossary page", "homework", "module"):
        plain.goto(site_url + path_of(whole, kind))
        expect(plain.locator("button.theme")).to_be_hidden()
        expect(plain.locator("main button:visible")).to_have_count(0)
        expect(plain.locator(".filter:visible")).to_have_count(0)


def test_a_quiz_shows_its_answers(plain: Page, whole: Built, site_url: str) -> None:
    plain.goto(site_url + path_of(whole, "quiz"))
    answer = plain.locator("details.answer").first
    expect(plain.locator("[data-without-script]").first).to_be_visible()
    answer.locator("summary").click()
    expect(answer.locator("p, li").first).to_be_visible()


@pytest.mark.parametrize("kind", ["search", "learning"])
def test_a_page_that_needs_a_script_says_so(kind: str, plain: Page, whole: Built, site_url: str) -> None:
    plain.goto(site_url + path_of(whole, kind))
    expect(plain.locator("article p:visible", has_text="JavaScript")).to_have_count(1)


def test_the_page_for_missing_addresses_leads_home(plain: Page, whole: Built, site_url: str) -> None:
    plain.goto(f"{site_url}no/such/page/at/all/")
    plain.locator("main a").first.click()
    expect(plain.locator("h1")).to_have_text(words_of(whole.page("").one("//h1")))

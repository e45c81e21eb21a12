"""All of the site can be used with a keyboard alone, and one always sees where one is."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.reader import KINDS, LONG, Stop, a_word, path_of, stop, walk
from tests.site.building import Built

PHONE: ViewportSize = {"width": 320, "height": 640}
STOPS_BEFORE_THE_TEXT = 8


def tab_to(page: Page, selector: str, most: int = 12) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.locator(selector).first.evaluate("(one) => one === document.activeElement"):
            assert not stop(page).problem
            return
    pytest.fail(f"{selector} is not reached within {most} stops")


def test_the_first_stop_skips_to_the_text(page: Page, whole: Built, site_url: str) -> None:
    page.goto(site_url + path_of(whole, "reading"))
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert stop(page).place.startswith("article")


def test_a_phones_menu_opens_and_leads_by_keyboard(page: Page, whole: Built, site_url: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site_url + path_of(whole, "reading"))
    links = page.locator("nav.menu a")
    expect(links.first).to_be_hidden()
    tab_to(page, "nav.menu summary")
    page.keyboard.press("Enter")
    expect(links.first).to_be_visible()
    tab_to(page, "nav.menu a")
    address = links.first.evaluate("(link) => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(address)


@pytest.mark.parametrize("width", [320, 1280])
def test_search_works_by_keyboard(width: int, page: Page, whole: Built, site_url: str) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(site_url + path_of(whole, "reading"))
    if width < 600:
        tab_to(page, "a.header-search-link")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/")
        expect(page.locator("#search")).to_be_focused()
    else:
        tab_to(page, "#header-search")
    page.keyboard.type(a_word(whole, whole.course.source_language))
    page.keyboard.press("Enter")
    expect(page.locator(".search-results a").first).to_be_visible()
    tab_to(page, ".search-results a", 30)
    address = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def test_the_language_menu_closes_by_escape(page: Page, whole: Built, site_url: str) -> None:
    page.goto(site_url + path_of(whole, "reading"))
    tab_to(page, "nav.languages summary")
    page.keyboard.press("Enter")
    expect(page.locator("nav.languages a").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator("nav.languages a").first).to_be_hidden()
    expect(page.locator("nav.languages summary")).to_be_focused()


@pytest.mark.parametrize("kind", KINDS)
def test_few_stops_stand_before_the_text_on_a_phone(
    kind: str, window: Page, whole: Built, site_url: str
) -> None:
    window.set_viewport_size(PHONE)
    window.goto(site_url + path_of(whole, kind))
    window.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    stops: list[Stop] = []
    while not stops or not stops[-1].place.startswith(("article", "footer", "body")):
        window.keyboard.press("Tab")
        stops.append(stop(window))
    assert len(stops) - 1 <= STOPS_BEFORE_THE_TEXT, [one.place for one in stops]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", LONG)
def test_every_stop_is_seen_and_none_is_a_trap(
    kind: str, width: int, window: Page, whole: Built, site_url: str
) -> None:
    window.set_viewport_size({"width": width, "height": 700})
    window.goto(site_url + path_of(whole, kind), wait_until="networkidle")
    stops = walk(window)
    assert any(one.place.startswith("article") for one in stops)
    assert stops[-1].place.startswith("footer")
    assert [one for one in stops if one.problem] == []

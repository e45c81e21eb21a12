"""Search finds a known word in every language, in pages of that language, and fetches its index only then."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import a_translation, a_word
from tests.site.building import ROOT, Built

LANGUAGES = ("en", "sv", "nb", "sl", "pt", "it")


def test_all_languages_are_tested(whole: Built) -> None:
    assert whole.course.languages == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_is_found_and_leads_to_its_page(
    language: str, page: Page, whole: Built, site_url: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_url}{whole.home(language)}search/", wait_until="networkidle")
    assert [url for url in asked if url.endswith(".json")] == []

    page.locator("#search").fill(a_word(whole, language))
    target = f"{site_url}{a_translation(whole, language).path}"
    found = page.locator(".search-results a")
    expect(found.first).to_be_visible()
    addresses = [
        url.partition("#")[0] for url in found.evaluate_all("(links) => links.map((link) => link.href)")
    ]
    assert target in addresses
    assert all(address.startswith(site_url + whole.home(language)) for address in addresses)
    assert [url for url in asked if url.endswith(".json")] == [
        f"{site_url}{whole.home(language)}search/search.json"
    ]

    found.nth(addresses.index(target)).click()
    page.wait_for_url(f"{target}*")
    expect(page.locator("html")).to_have_attribute("lang", language)


def test_marks_and_capitals_do_not_matter(page: Page, whole: Built, site_url: str) -> None:
    language = "sv"
    word = next(w for w in whole_words(whole, language) if set("åäö") & set(w) and len(w) > 5)
    plain = word.upper().translate(str.maketrans("ÅÄÖ", "AAO"))
    page.goto(f"{site_url}{whole.home(language)}search/")
    page.locator("#search").fill(plain)
    expect(page.locator(".search-results mark").first).to_be_visible()


def whole_words(whole: Built, language: str) -> list[str]:
    text = a_translation(whole, language).one("//*[@class='prose']").text_content()
    return [word.strip(".,:;()“”’!?") for word in text.split()]


def test_nothing_found_is_said(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}search/?q=xyzzyxyzzy")
    expect(page.locator(".search-status")).not_to_be_empty()
    expect(page.locator(".search-results a")).to_have_count(0)


def test_a_search_can_be_shared(page: Page, whole: Built, site_url: str) -> None:
    word = a_word(whole, "en")
    page.goto(f"{site_url}search/")
    page.locator("#search").fill(word)
    page.locator("#search").press("Enter")
    page.wait_for_url(f"**/search/?q={word}")
    page.reload()
    expect(page.locator("#search")).to_have_value(word)
    expect(page.locator(".search-results a").first).to_be_visible()


def test_the_courses_folder_is_the_one_tested() -> None:
    assert (ROOT / "mkdocs.yml").exists()

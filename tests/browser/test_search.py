"""Search finds a known word in every language, in pages of that language, and fetches its index only then."""

from playwright.sync_api import Page, Route, expect

from tests.browser.reader import a_translation, a_word
from tests.site.building import Built


def test_a_word_is_found_in_every_language_and_leads_to_its_page(
    page: Page, whole: Built, site_url: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for language in whole.course.languages:
        asked.clear()
        home = site_url + whole.home(language)
        page.goto(f"{home}search/", wait_until="networkidle")
        assert [url for url in asked if url.endswith(".json")] == []

        page.locator("#search").fill(a_word(whole, language))
        target = f"{site_url}{a_translation(whole, language).path}"
        found = page.locator(".search-results a")
        expect(found.first).to_be_visible()
        links = found.evaluate_all("(links) => links.map((link) => link.href)")
        addresses = [url.partition("#")[0] for url in links]
        assert target in addresses
        assert all(address.startswith(home) for address in addresses)
        assert [url for url in asked if url.endswith(".json")] == [f"{home}search/search.json"]

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


def test_what_was_typed_before_the_script_came_is_searched(page: Page, whole: Built, site_url: str) -> None:
    late: list[Route] = []
    page.route("**/assets/search.js", lambda route: late.append(route))  # noqa: PLW0108 - Playwright looks into functions
    page.goto(f"{site_url}search/")
    page.locator("#search").fill(a_word(whole, whole.course.source_language))
    late[0].continue_()
    expect(page.locator(".search-results a").first).to_be_visible()

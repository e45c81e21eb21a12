"""Changing the language keeps the page."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import path_of
from tests.site.building import Built


@pytest.mark.parametrize("kind", ["reading", "framework page", "quiz", "trainer's slides"])
def test_the_same_page_opens_in_the_other_language(
    kind: str, page: Page, whole: Built, site_url: str
) -> None:
    path = path_of(whole, kind)
    page.goto(site_url + path)
    for language in (*whole.course.languages[1:3], whole.course.languages[0]):
        page.locator("nav.languages summary").click()
        page.locator(f"nav.languages a[hreflang={language}]").click()
        page.wait_for_url(f"{site_url}{whole.home(language)}{path}")
        expect(page.locator("html")).to_have_attribute("lang", language)

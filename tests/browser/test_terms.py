"""Glossary terms are explained in place."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import path_of
from tests.site.building import Built


@pytest.fixture
def with_terms(page: Page, whole: Built, site_url: str) -> Page:
    page.goto(site_url + path_of(whole, "reading"), wait_until="networkidle")
    return page


def test_a_term_opens_its_definition_and_escape_gives_the_focus_back(with_terms: Page) -> None:
    page = with_terms
    term, box = page.locator("a.term").first, page.get_by_role("dialog")
    term.focus()
    page.keyboard.press("Enter")
    expect(box).to_be_visible()
    expect(term).to_have_attribute("aria-expanded", "true")
    anchor = (term.get_attribute("href") or "").removeprefix("#")
    definition = page.locator(f"[id='{anchor}'] dd").inner_text()
    expect(box).to_contain_text(definition)
    assert page.evaluate("document.activeElement.closest('[role=dialog]') !== null")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(term).to_be_focused()
    expect(term).to_have_attribute("aria-expanded", "false")


def test_the_button_closes_it_too(with_terms: Page) -> None:
    page = with_terms
    term = page.locator("a.term").first
    term.click()
    page.get_by_role("dialog").get_by_role("button").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(term).to_be_focused()


def test_a_click_elsewhere_closes_it(with_terms: Page) -> None:
    page = with_terms
    page.locator("a.term").first.click()
    page.locator("h1").click()
    expect(page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 1280])
def test_every_definition_fits_on_the_screen(width: int, with_terms: Page) -> None:
    page = with_terms
    page.set_viewport_size({"width": width, "height": 640})
    for term in page.locator("a.term").all():
        term.click()
        expect(page.get_by_role("dialog")).to_be_in_viewport(ratio=0.99)
        page.keyboard.press("Escape")

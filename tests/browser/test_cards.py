"""Cards to cut out, on the screen and on paper."""

from io import BytesIO

from playwright.sync_api import BrowserContext, expect
from pypdf import PdfReader

from tests.browser.test_accessibility import violations
from tests.browser.test_slides import address, context

__all__ = ["address", "context"]


def test_a_list_becomes_cards_on_one_sheet(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}trainer/m1-bees/cards/")
    cards = page.locator(".cut-cards p")
    expect(cards).to_have_text(
        ['"A bee wants to sting."', '"Smoke makes bees calm."', '"Whoever keeps bees stops being afraid."']
    )
    assert violations(page) == []
    (sheet,) = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    text = sheet.extract_text()
    assert "Smoke makes bees calm." in text
    assert "Cut" not in text
    assert "For trainers" not in text


def test_the_trainers_area_leads_to_them(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}trainer/")
    page.get_by_role("link", name="Cards to cut out: Bees").click()
    expect(page.locator("h1")).to_have_text("Cards to cut out: Bees")

"""Booklets of exercises, on the screen and on paper."""

from io import BytesIO
from unicodedata import normalize

from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from tests.browser.test_accessibility import violations
from tests.browser.test_slides import address, context

__all__ = ["address", "context"]


def sheets(page: Page) -> list[str]:
    paper = page.pdf(format="A4", margin={"top": "1cm", "bottom": "1cm", "left": "1cm", "right": "1cm"})
    texts = (sheet.extract_text() for sheet in PdfReader(BytesIO(paper)).pages)
    return [" ".join(normalize("NFKC", text).split()) for text in texts]  # without ligatures


def test_each_exercise_begins_a_sheet_of_its_own(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}modules/m1-bees/")
    page.get_by_role("link", name="Exercises to print").click()
    expect(page.locator("h1")).to_have_text("Exercises: Bees")
    assert violations(page) == []
    cover, *exercises = sheets(page)
    assert "At the flight hole" in cover
    titles = ("At the flight hole", "Fear of stings", "My bee diary")
    assert [title for title in titles for sheet in exercises if sheet.startswith(title)] == list(titles)
    assert not any("Print" in sheet or "Menu" in sheet for sheet in (cover, *exercises))


def test_trainers_have_solutions_behind_each_exercise(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}trainer/m1-bees/exercises/")
    expect(page.get_by_role("heading", name="A model answer", level=3)).to_be_visible()
    page.goto(f"{address}trainer/m2-hive/exercises/")
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    paper = sheets(page)
    assert any(sheet.startswith("Quiz answers") for sheet in paper)

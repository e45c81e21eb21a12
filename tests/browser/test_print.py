"""On paper: the text and nothing but the text, whole tables, dark on white."""

import re
from io import BytesIO

import pytest
from lxml import html
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.reader import path_of
from tests.site.building import Built, words_of

PAGES = ("module", "reading", "table", "homework", "journey page", "framework page", "coverage page", "factors page",
         "quiz", "trainer's slides")  # fmt: skip
SMALL = 30
"""Letters on a page that is as good as empty."""

A4 = {"width": 718, "height": 1047}
"""What browsers leave of A4 with their usual margins, in CSS pixels."""

COLOURS = """() => [...document.querySelectorAll("html, body, .frame, .main, .article, .prose")].map((one) => getComputedStyle(one).backgroundColor)"""

INK = "getComputedStyle(document.querySelector('.prose')).color"


def letters(text: str) -> str:
    """Without blanks, marks of hyphenation and ligatures, which paper sets as it likes."""
    return re.sub(r"\W", "", text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff"))


def seen(cell: html.HtmlElement) -> str:
    """What eyes see of a cell: no words for screen readers, no signs."""
    return "".join(
        map(str, cell.xpath(".//text()[not(ancestor::*[contains(@class, 'unseen') or @aria-hidden])]"))
    )


def printed(page: Page) -> list[str]:
    paper = page.pdf(format="A4", margin={"top": "1cm", "bottom": "1cm", "left": "1cm", "right": "1cm"})
    return [letters(sheet.extract_text()) for sheet in PdfReader(BytesIO(paper)).pages]


@pytest.mark.parametrize("kind", PAGES)
def test_all_tables_are_there_and_no_controls(kind: str, window: Page, whole: Built, site_url: str) -> None:
    path = path_of(whole, kind)
    window.goto(site_url + path, wait_until="networkidle")
    built = next(one for one in whole.pages if one.path == path)
    sheets = printed(window)
    text = "".join(sheets)
    assert letters(words_of(built.one("//h1"))) in text
    assert [i for i, sheet in enumerate(sheets) if len(sheet) < SMALL] == []

    controls = built.all(
        "//a[@class='skip'] | //nav[contains(@class, 'menu')]//summary | //nav[contains(@class, 'toc')]//summary"
    )
    shown = letters(" ".join(words_of(part) for part in built.all("//article")))
    extra = {letters(words_of(one)) for one in controls} - {""}
    assert [words for words in extra if text.count(words) > shown.count(words)] == []

    cells = {letters(seen(cell)) for cell in built.all("//table//*[self::td or self::th]")}
    assert [cell for cell in cells if cell not in text] == []


@pytest.mark.parametrize("kind", PAGES)
def test_no_table_is_wider_than_the_paper(kind: str, window: Page, whole: Built, site_url: str) -> None:
    window.set_viewport_size({"width": A4["width"], "height": A4["height"]})
    window.emulate_media(media="print")
    window.goto(site_url + path_of(whole, kind), wait_until="networkidle")
    wide = window.locator("table").evaluate_all(
        "(tables) => tables.filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.caption?.textContent ?? '')"
    )
    assert wide == []
    assert window.evaluate("document.documentElement.scrollWidth") <= A4["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white(scheme: str, window: Page, whole: Built, site_url: str) -> None:
    window.emulate_media(media="print", color_scheme="dark" if scheme == "dark" else "light")
    window.goto(site_url + path_of(whole, "reading"))
    assert set(window.evaluate(COLOURS)) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    red, green, blue = (int(part) for part in re.findall(r"\d+", window.evaluate(INK))[:3])
    assert max(red, green, blue) < 60

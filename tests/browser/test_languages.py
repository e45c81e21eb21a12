"""Other languages in a real browser: a page that runs from right to left is a mirror, and search finds words as they are typed."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import violations
from tests.conftest import BELOW, Pages
from tests.site.building import Built

PAGES = {
    "home": "ar/",
    "homework": "ar/modules/m1-bees/bee-diary/",
    "reading in Latin Serbian": "sr-Latn/modules/m1-bees/life-of-a-colony/",
    "quiz": "ar/modules/m2-hive/hive-quiz/",
    "glossary in an untranslated page": "ar/glossary/",
    "results": "ar/search/?q=أسرة",
}


@pytest.fixture(scope="module")
def address(languages: Built) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, directory=str(languages.folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BELOW}"
        server.shutdown()


def test_axe_finds_nothing_and_nothing_is_wider_than_a_small_screen(page: Page, address: str) -> None:
    for name, path in PAGES.items():
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(address + path, wait_until="networkidle")
        assert violations(page) == [], name
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        page.evaluate("scrollTo(-500, 0)")
        assert page.evaluate("scrollX") == 0, name


def test_the_layout_is_a_mirror(page: Page, address: str) -> None:
    def middle(selector: str) -> float:
        box = page.locator(selector).first.bounding_box()
        assert box is not None, selector
        return box["x"] + box["width"] / 2

    def order(*selectors: str) -> list[str]:
        return sorted(selectors, key=middle)

    across = (".menu", "article h1", ".toc"), (".brand", ".tools"), (".pager-previous", ".pager-next")
    columns = [f"table tr:first-child > :nth-child({number})" for number in (1, 2, 3)]
    path = "modules/m1-bees/life-of-a-colony/"
    page.goto(address + path)
    for group in (*across, columns):
        assert order(*group) == list(group)
    page.goto(f"{address}ar/{path}")
    for group in (*across, columns):
        assert order(*group) == list(reversed(group))
    for arrow in (".pager-next .icon", ".pager-previous .icon"):
        assert (
            page.locator(arrow).evaluate("(icon) => getComputedStyle(icon).transform")
            == "matrix(-1, 0, 0, 1, 0, 0)"
        )
    case = page.locator(".admonition.case").evaluate(
        "(box) => [getComputedStyle(box).borderRightWidth, getComputedStyle(box).borderLeftWidth].map(parseFloat)"
    )
    assert case[0] > case[1]


def test_scripts_write_numbers_as_pages_do(page: Page, address: str) -> None:
    page.goto(f"{address}ar/my-learning/", wait_until="networkidle")
    hours = page.locator("[data-learning]").inner_text()
    assert "30" in hours
    assert not any("\u0660" <= letter <= "\u0669" for letter in hours)


def test_arabic_letters_stay_joined(page: Page, address: str) -> None:
    page.goto(f"{address}ar/")
    assert (
        page.locator("h1").evaluate("(title) => parseFloat(getComputedStyle(title).letterSpacing) || 0") == 0
    )


def test_text_in_the_source_language_runs_its_own_way(page: Page, address: str) -> None:
    page.goto(f"{address}ar/toolkit/")
    prose = page.locator(".prose > p").first
    assert prose.evaluate("(one) => getComputedStyle(one).direction") == "ltr"
    page.goto(f"{address}ar/glossary/")
    entry = page.locator("dl.terms dd").first
    assert entry.evaluate("(one) => getComputedStyle(one).direction") == "rtl"


def test_a_term_opens_inside_a_small_screen(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}ar/modules/m1-bees/life-of-a-colony/", wait_until="networkidle")
    page.locator("a.term").first.click()
    box = page.locator(".term-box").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


@pytest.mark.parametrize(
    ("code", "typed", "word"),
    [
        ("lv", "ritausma", "Rītausmā"),
        ("lv", "PIRMĀS", "pirmās"),
        ("sr", "КОШНИЦ", "кошницу"),
        ("sr-Latn", "kosnicu", "košnicu"),
        ("sr-Latn", "daci", "đaci"),
        ("ar", "اسره", "الأُسرة"),
        ("ar", "أصدقاء", "أصدقاء"),
        ("ar", "ملكة", "ملكة"),
    ],
)
def test_search_finds_words_as_they_are_typed(
    page: Page, address: str, code: str, typed: str, word: str
) -> None:
    page.goto(f"{address}{code}/search/?q={typed}")
    marks = page.locator(".search-results mark")
    expect(marks.first).to_be_visible()
    assert word in marks.all_text_contents()

"""Pages fit into 320 px, also with the letter spacing that readers may choose (WCAG 1.4.10, 1.4.12)."""

import pytest
from playwright.sync_api import Page

from tests.browser.reader import KINDS, open_details, path_of
from tests.site.building import Built

SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""

TOO_WIDE = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width && box.right > innerWidth + 1 && !one.closest(".table, pre, svg, .unseen, .skip, [role=region]");
}).map((one) => `${one.localName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`).slice(0, 5)"""

CUT = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const { overflowX, overflowY, display } = getComputedStyle(one);
  const hides = (value) => value === "hidden" || value === "clip";
  if (one.closest(".unseen, .skip, svg") || display === "none" || !one.textContent.trim()) return false;
  if (!one.checkVisibility()) return false;
  return (hides(overflowX) && one.scrollWidth > one.clientWidth + 1) || (hides(overflowY) && one.scrollHeight > one.clientHeight + 1);
}).map((one) => `${one.localName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`).slice(0, 5)"""


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_scrolls_sideways_and_nothing_is_cut(
    kind: str, window: Page, whole: Built, site_url: str
) -> None:
    window.set_viewport_size({"width": 320, "height": 640})
    window.goto(site_url + path_of(whole, kind), wait_until="networkidle")
    open_details(window)
    for state in ("as it is", "spaced"):
        if state == "spaced":
            window.evaluate(SPACED)
        assert window.evaluate(TOO_WIDE) == [], state
        assert window.evaluate("document.documentElement.scrollWidth") <= 320, state
        assert window.evaluate(CUT) == [], state


def test_the_open_menu_fits_too(window: Page, whole: Built, site_url: str) -> None:
    window.set_viewport_size({"width": 320, "height": 640})
    window.goto(site_url + path_of(whole, "reading"))
    window.locator("nav.menu summary").first.click()
    window.evaluate(SPACED)
    assert window.evaluate(TOO_WIDE) == []
    assert window.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_wide_table_scrolls_in_a_box_of_its_own(window: Page, whole: Built, site_url: str) -> None:
    window.set_viewport_size({"width": 320, "height": 640})
    window.goto(site_url + path_of(whole, "table"))
    box = window.locator(".table").first
    assert box.evaluate("(one) => one.tabIndex") == 0
    assert box.get_attribute("aria-label")
    assert box.evaluate("(one) => one.getBoundingClientRect().right <= innerWidth")

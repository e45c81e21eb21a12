"""axe finds nothing on any kind of page: WCAG 2.2 A and AA, and what it calls best practice."""

from collections.abc import Mapping
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.reader import KINDS, open_details, path_of
from tests.site.building import Built

Rules = Mapping[str, object]

ALL: Rules = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
SEEN: Rules = {
    "type": "rule",
    "values": ["link-in-text-block", "target-size", "scrollable-region-focusable"],
}
"""Rules on what follows from colours and widths alone; all the others are asked less often, since they take longer.
Contrast is asked always."""

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

STATES: tuple[tuple[int, Scheme, bool, Rules], ...] = (
    (1280, "light", False, ALL),
    (320, "dark", True, ALL),
    (320, "light", True, SEEN),
    (1280, "dark", True, SEEN),
)
"""Width, colours, whether all that can be unfolded is, and rules."""

AXE = Axe().axe_script

FIND = """async (rules) => {
  const looks = new Map([[null, ""]]);
  const look = (element) => {
    if (!looks.has(element)) {
      const style = getComputedStyle(element);
      looks.set(element, [look(element.parentElement), style.color, style.backgroundColor, style.backgroundImage, style.opacity,
        style.fontSize, style.fontWeight, style.textShadow, style.position].join("|"));
    }
    return looks.get(element);
  };
  const says = (element) => "value" in element || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const first = new Map();
  for (const element of document.body.querySelectorAll("*"))
    if (element.checkVisibility() && says(element) && !first.has(look(element))) first.set(look(element), element);

  const ask = (runOnly, where, rules = {}) => axe.run(where, { runOnly, rules, resultTypes: ["violations"] });
  const faint = await ask({ type: "rule", values: ["color-contrast"] }, { include: [...first.values()] });
  const others = await ask(rules, document, { "color-contrast": { enabled: false } });
  return [...others.violations, ...faint.violations];
}"""
"""Contrast takes most of axe's time by far, so it is measured once for each look that words of a page have.

Words look the same if colours, grounds and sizes are the same on the whole way up to the root.
"""


def violations(page: Page, rules: Rules = ALL) -> list[str]:
    """What axe finds in a page as it is now, a line for each element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(FIND, rules)
    return [
        f"{rule['id']}: {node['target']}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def faults_everywhere(page: Page) -> dict[tuple[int, Scheme], list[str]]:
    """What axe finds, and what is too wide, on a phone and on a desk, by day and by night; empty if all is well."""
    found: dict[tuple[int, Scheme], list[str]] = {}
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found[width, scheme] = violations(page)
            if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
                found[width, scheme].append(f"the page is {wide} wide")
    return {state: lines for state, lines in found.items() if lines}


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_no_violation(kind: str, window: Page, whole: Built, site_url: str) -> None:
    window.goto(site_url + path_of(whole, kind), wait_until="networkidle")
    found: dict[tuple[int, Scheme], list[str]] = {}
    for width, scheme, unfolded, rules in STATES:
        window.set_viewport_size({"width": width, "height": 800})
        window.emulate_media(color_scheme=scheme)
        if unfolded:
            open_details(window)
        found[width, scheme] = violations(window, rules)
    assert {state: lines for state, lines in found.items() if lines} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_there_is_no_violation_with_menus_open(
    scheme: Scheme, page: Page, whole: Built, site_url: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(site_url + path_of(whole, "reading"))
    found = {}
    page.locator("nav.menu summary").first.click()
    page.evaluate("for (const one of document.querySelectorAll('nav.menu details')) one.open = true")
    found["menu"] = violations(page)
    page.locator("nav.menu summary").first.click()
    page.locator("nav.languages summary").click()
    found["languages"] = violations(page)
    page.keyboard.press("Escape")
    page.locator("a.term").first.click()
    found["term"] = violations(page)
    assert {state: lines for state, lines in found.items() if lines} == {}

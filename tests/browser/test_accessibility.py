"""axe finds nothing on any kind of page: WCAG 2.2 A and AA, and what it calls best practice."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.reader import KINDS, open_details, path_of
from tests.site.building import Built

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WIDTHS = (1280, 360, 320)
AXE = Axe().axe_script


def violations(page: Page) -> list[str]:
    options: dict[str, Any] = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = page.evaluate("(options) => axe.run(options)", options)["violations"]
    return [
        f"{rule['id']}: {node['target']}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_no_violation(kind: str, browser: Browser, whole: Built, site_url: str) -> None:
    """Light and dark, wide and narrow, folded and unfolded."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(site_url + path_of(whole, kind), wait_until="networkidle")
    page.evaluate(AXE)
    found: dict[str, list[str]] = {}
    found["folded"] = violations(page)
    open_details(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
            found[f"{width} {scheme}"] = violations(page)
    context.close()
    assert {state: lines for state, lines in found.items() if lines} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_there_is_no_violation_with_menus_open(
    scheme: str, browser: Browser, whole: Built, site_url: str
) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 800},
        color_scheme="light" if scheme == "light" else "dark",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(site_url + path_of(whole, "terms"))
    page.evaluate(AXE)
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
    context.close()
    assert {state: lines for state, lines in found.items() if lines} == {}

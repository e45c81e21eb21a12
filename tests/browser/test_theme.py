"""Light, dark, or as the device says; and still where readers ask for no motion."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reader import path_of
from tests.site.building import Built

BACKGROUND = "getComputedStyle(document.documentElement).backgroundColor"

MOVING = """() => [...document.querySelectorAll("*")].filter((one) => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
  return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
}).map((one) => `${one.localName}.${one.className}`)"""


def test_the_choice_is_kept_from_page_to_page(page: Page, whole: Built, site_url: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(site_url)
    light = page.evaluate(BACKGROUND)
    button = page.locator("button.theme")
    names = []
    for _ in range(3):
        button.click()
        names.append(button.get_attribute("aria-label"))
        if page.evaluate(BACKGROUND) != light:
            dark = page.evaluate(BACKGROUND)
            page.goto(site_url + path_of(whole, "reading"))
            assert page.evaluate(BACKGROUND) == dark
    assert page.evaluate(BACKGROUND) == light
    assert len(set(names)) == 3
    assert page.evaluate("localStorage.length") == 0


def test_the_device_decides_until_the_reader_does(browser: Browser, site_url: str) -> None:
    colours = set()
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
        page = context.new_page()
        page.goto(site_url)
        colours.add(page.evaluate(BACKGROUND))
        context.close()
    assert len(colours) == 2


@pytest.mark.parametrize("kind", ["home", "reading", "quiz"])
def test_nothing_moves_where_readers_ask_for_no_motion(
    kind: str, page: Page, whole: Built, site_url: str
) -> None:
    page.goto(site_url + path_of(whole, kind))
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate(MOVING) == []

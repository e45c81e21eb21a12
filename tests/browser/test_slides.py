"""Slides in a real browser: shown by keys, presented from a second window, printed, and never too large for the screen."""

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from io import BytesIO

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from pypdf import PdfReader

from tests.browser.test_accessibility import violations
from tests.conftest import Pages
from tests.site.building import Built

SHOW = "trainer/m1-bees/show/"
SCREENS: tuple[ViewportSize, ...] = (
    {"width": 1280, "height": 720},
    {"width": 1024, "height": 768},
    {"width": 360, "height": 640},
)

FACES = """() => {
  const faults = [];
  for (const key of ["Home", ...Array(document.querySelectorAll(".slide").length - 1).fill("ArrowRight")]) {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    const box = document.querySelector("[data-is=now] .slide-face");
    const text = box.firstElementChild;
    const title = box.querySelector("h1, h2");
    if (box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth || parseFloat(getComputedStyle(text).fontSize) < 16)
      faults.push(title.textContent);
    if (box.getBoundingClientRect().bottom > innerHeight || box.clientHeight < innerHeight / 2) faults.push(`frame of ${title.textContent}`);
  }
  return faults;
}"""
"""Slides whose text does not fit, or fits only in small letters, from the first to the last."""


@pytest.fixture(scope="module")
def address(tiny: Built) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, directory=str(tiny.folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/course/"
        server.shutdown()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=SCREENS[0], reduced_motion="reduce")
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    yield context
    context.close()
    assert faults == []


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("html[data-mode]")
    return page


def shown(page: Page) -> str:
    """The title of the only slide that one sees."""
    faces = page.locator(".slide-face:visible")
    expect(faces).to_have_count(1)
    return faces.locator("h1, h2").inner_text()


def test_slides_are_shown_by_keys(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}trainer/m1-bees/slides/")
    page.get_by_role("link", name="Show the slides").click()
    page.wait_for_url("**/show/#slides")
    seen = [shown(page)]
    for key in ("ArrowRight", "PageDown", " ", "ArrowRight", "PageUp", "Home", "End"):
        page.keyboard.press(key)
        seen.append(shown(page))
    assert seen == [
        "Bees",
        "One queen",
        "Many workers",
        "Some drones",
        "Some drones",
        "Many workers",
        "Bees",
        "Some drones",
    ]
    assert page.url.endswith("#some-drones")
    assert page.locator("[role=status]").inner_text() == "Slide 3 of 3: Some drones"
    expect(page.locator(".notes:visible, .minutes:visible")).to_have_count(0)

    page.reload()
    assert shown(page) == "Some drones"
    page.keyboard.press("b")
    expect(page.locator(".slide-text:visible")).to_have_count(0)
    page.keyboard.press("b")
    expect(page.locator(".slide-text:visible")).to_have_count(1)

    page.keyboard.press("?")
    page.get_by_label("Letters work as keys").uncheck()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.keyboard.press("b")
    expect(page.locator(".slide-text:visible")).to_have_count(1)

    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("document.fullscreenElement !== null")
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("document.fullscreenElement === null")
    page.keyboard.press("Escape")
    expect(page.locator(".slide-face:visible")).to_have_count(4)
    expect(page.locator(".notes:visible")).to_have_count(3)


def test_a_second_window_presents(context: BrowserContext, address: str) -> None:
    page = opened(context, f"{address}{SHOW}#one-queen")
    with context.expect_page() as opening:
        page.keyboard.press("p")
    presenter = opening.value
    now, coming = presenter.locator("[data-is=now] h2"), presenter.locator("[data-is=next] h2")
    expect(now).to_contain_text("One queen")
    expect(coming).to_contain_text("Many workers")
    expect(presenter.locator(".notes:visible")).to_contain_text("Ask who has seen a queen.")
    expect(presenter.locator("[data-part=planned]")).to_have_text(
        "Planned up to the end of this slide: 2 min"
    )

    presenter.keyboard.press("PageDown")
    expect(page.locator("[data-is=now] h2")).to_contain_text("Many workers")
    expect(presenter.locator("[data-part=planned]")).to_contain_text("5 min")
    page.keyboard.press("ArrowRight")
    expect(now).to_contain_text("Some drones")
    expect(presenter.get_by_text("This is the last slide.")).to_be_visible()
    presenter.get_by_role("button", name="Start the clock").click()
    expect(presenter.locator("[data-part=elapsed]")).to_have_text("0:01")
    presenter.keyboard.press("b")
    expect(page.locator(".slide-text:visible")).to_have_count(0)

    presenter.reload()  # the other window knows where they were
    expect(now).to_contain_text("Some drones")
    expect(presenter.locator("[data-part=elapsed]")).not_to_have_text("0:00")
    expect(presenter.get_by_role("button", name="Stop the clock")).to_be_visible()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-black", "")
    presenter.keyboard.press("Home")
    assert shown(page) == "Bees"

    for window in (page, presenter):
        assert violations(window) == []


def test_a_window_that_did_not_open_is_explained(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.add_init_script("window.open = () => null")
    page.goto(f"{address}{SHOW}#many-workers")
    page.wait_for_selector("html[data-mode]")
    page.keyboard.press("p")
    dialog = page.get_by_role("dialog", name="The second window did not open")
    link = dialog.get_by_role("link", name="Presenter view")
    with context.expect_page() as opening:
        link.click()
    expect(opening.value.locator("[data-is=now] h2")).to_contain_text("Many workers")
    assert violations(page) == []


def test_a_handout_has_what_was_chosen(context: BrowserContext, address: str) -> None:
    page = opened(context, f"{address}{SHOW}")

    def sheets() -> list[str]:
        return [
            sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
        ]

    both = sheets()  # while one slide is being shown
    assert [len(re.findall("One queen|Many workers|Some drones", text)) for text in both] == [2, 1]
    assert "Ask who has seen a queen" in both[0]
    assert "Full screen" not in "".join(both)
    page.keyboard.press("Escape")
    assert violations(page) == []
    page.get_by_label("Slides only").check()
    page.get_by_label("One on a page").check()
    plain = sheets()
    assert [
        title for text in plain for title in ("One queen", "Many workers", "Some drones") if title in text
    ] == [
        "One queen",
        "Many workers",
        "Some drones",
    ]
    assert len(plain) == 3
    assert "Ask who" not in "".join(plain)


def test_all_slides_can_be_read_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=SCREENS[2])
    page = context.new_page()
    page.goto(f"{address}de/{SHOW}")
    expect(page.locator(".slide-face:visible")).to_have_count(4)
    expect(page.locator(".notes:visible")).to_have_count(3)
    expect(page.locator("main button:visible, .show-bar:visible, .presenter:visible")).to_have_count(0)
    assert page.locator(".prose").get_attribute("lang") == "en"
    context.close()


def test_every_slide_fits_every_screen(context: BrowserContext, whole: Built, site_url: str) -> None:
    page = context.new_page()
    faults = {}
    shows = [
        one for one in whole.pages if one.kind == "slides" and one.language == whole.course.source_language
    ]
    assert shows
    for one in shows:
        page.goto(site_url + one.path)
        page.wait_for_selector("html[data-mode]")
        for screen in SCREENS:
            page.set_viewport_size(screen)
            if found := page.evaluate(FACES):
                faults[f"{one.path} at {screen['width']}"] = found
    assert faults == {}

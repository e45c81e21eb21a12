"""A clock for the steps of an activity and of a run sheet, in a browser whose time the test sets."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.test_accessibility import violations
from tests.browser.test_slides import address, context

__all__ = ["address", "context"]


def started(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.clock.install()
    page.goto(url)
    page.get_by_role("button", name="Timer for the steps").click()
    expect(page.locator("dialog.timer")).to_be_visible()
    return page


def test_steps_run_by_the_clock(context: BrowserContext, address: str) -> None:
    page = started(context, f"{address}modules/m1-bees/flight-hole/")
    left, said, step = (page.locator(f"[data-part={name}]") for name in ("left", "said", "step"))
    expect(step).to_have_text("Sit and watch")
    expect(left).to_have_text("15:00")
    assert violations(page) == []
    page.get_by_role("button", name="Start").click()
    expect(said).to_have_text("Sit and watch. Time: 15 min.")
    page.clock.run_for(60_000)
    expect(left).to_have_text("14:00")
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(60_000)
    expect(left).to_have_text("14:00")
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(13 * 60_000)
    expect(said).to_have_text("One minute left.")
    page.clock.fast_forward(90_000)  # the tab slept
    expect(left).to_have_text("−0:30")
    expect(said).to_have_text("Time is up.")
    expect(page.locator("dialog.timer[data-up]")).to_be_visible()
    page.get_by_role("button", name="Next step").click()
    expect(step).to_have_text("Compare")
    expect(left).to_have_text("10:00")
    page.get_by_role("button", name="Close").click()
    page.clock.run_for(60_000)
    page.get_by_role("button", name="Timer for the steps").click()
    expect(left).to_have_text("9:00")


def test_a_run_sheet_gives_its_rows(context: BrowserContext, address: str) -> None:
    page = started(context, f"{address}trainer/m1-bees/run-sheet/")
    expect(page.locator("[data-part=step]")).to_have_text("Chairs and tea")
    expect(page.locator("[data-part=next]")).to_have_text("Then: At the flight hole (30 min)")
    expect(page.locator("[data-part=left]")).to_have_text("5:00")

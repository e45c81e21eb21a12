"""Homework that a trainer assigns: the link holds all of it, and opens as a list in each trainee's language."""

import json
import re
import zlib
from base64 import urlsafe_b64encode
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PIL import Image
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from coursesite.model.homework import Task, tasks_of
from tests.browser.learner import BLOCKED, entries, open_learning
from tests.browser.papers import saved
from tests.browser.test_accessibility import violations
from tests.scanning import read
from tests.site.building import Built

TITLE = "Inför möte <b>2</b>"
NOTE = 'Bring "a pen".\n<img src=x onerror=alert(1)>'
DUE = date(2026, 12, 8)


@pytest.fixture
def tasks(whole: Built) -> tuple[Task, ...]:
    return tasks_of(whole.course)


def forged(*content: object, version: int = 1) -> str:
    """A link's fragment with a right checksum, whatever it holds."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    body = f"{version}.{urlsafe_b64encode(text.encode()).decode().rstrip('=')}"
    return f"#{body}.{zlib.crc32(body.encode()):08x}"


def choose(page: Page, site_url: str, tasks: tuple[Task, ...]) -> str:
    """A trainer's choice of the first two tasks; the link that comes of it."""
    page.goto(f"{site_url}assign/")
    expect(page.locator("#assign-title")).to_be_visible()
    page.fill("#assign-title", TITLE)
    page.fill("#assign-note", NOTE)
    page.fill("#assign-all", DUE.isoformat())
    for task in tasks[:2]:
        page.get_by_role("checkbox", name=str(task.activity.title)).check()
    page.fill(f"#due-{tasks[1].activity.id}", "")
    return page.input_value("#assign-address")


def events(file: Path) -> list[Any]:
    """The events of a calendar file."""
    return list(Calendar.from_ical(file.read_bytes()).walk("VEVENT"))


def words_of_fine_code(page: Page) -> str:
    """What the page says, in its language, about a code that is hard to scan."""
    return str(json.loads(page.locator("#assign-words").text_content() or "")["fine"])


def look(page: Page, address: str) -> None:
    """Open an address anew, also where only its fragment differs."""
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("[data-said]")).not_to_be_empty()


def test_a_trainer_makes_a_link_a_code_and_a_handout(
    page: Page, whole: Built, site_url: str, tasks: tuple[Task, ...], tmp_path: Path
) -> None:
    link = choose(page, site_url, tasks)
    first, second = (task.activity.id for task in tasks[:2])
    days = (DUE - date(1970, 1, 1)).days
    course = whole.course.programme.id
    assert link == f"{site_url}assigned/" + forged(course, TITLE, NOTE, first, days, second, 0)

    code = page.locator(".handout .qr")
    assert read(Image.open(BytesIO(code.screenshot()))) == link
    assert not page.locator(".handout img, .handout b").count()

    page.evaluate("window.print = () => window.dispatchEvent(new Event('beforeprint'))")
    page.get_by_role("button", name="Print a handout").click()
    paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    printed = " ".join(paper.pages[0].extract_text().split())
    assert len(paper.pages) == 1
    assert printed.startswith(TITLE)
    assert "Tuesday, 8 December 2026" in printed
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")

    file = saved(page, page.locator(".assign-result"), "Save the due dates for a calendar", tmp_path)
    assert [(event["DTSTART"].dt, first in event["UID"]) for event in events(file)] == [(DUE, True)]

    assert violations(page) == []
    page.locator(".languages summary").click()
    language = whole.course.languages[1]
    page.locator(f".languages a[hreflang={language}]").click()
    expect(page.locator("#assign-title")).to_have_value(TITLE)
    page.select_option("#assign-language", index=0)
    assert page.input_value("#assign-address") == link

    page.fill("#assign-note", "ž" * 600)
    for task in tasks[2:]:
        page.locator(f"[value={task.activity.id}]").check()
    expect(page.locator("[data-code-said]")).to_have_text(words_of_fine_code(page))


def test_a_trainee_opens_the_list_and_works_on_it(
    page: Page, whole: Built, site_url: str, tasks: tuple[Task, ...], tmp_path: Path
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    first, second = tasks[:2]
    course, language = whole.course.programme.id, whole.course.languages[1]
    days = (DUE - date(1970, 1, 1)).days
    fragment = forged(course, TITLE, NOTE, second.activity.id, 0, first.activity.id, days, "no-such-task", 0)
    page.goto(f"{site_url}modules/{first.module.id}/{first.activity.id}/")
    page.locator(".field textarea").first.fill("A draft.")
    expect(page.locator(".field .kept").first).not_to_be_empty()
    look(page, f"{site_url}assigned/{fragment}")

    rows = page.locator(".assigned tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text(str(first.activity.title))
    expect(rows.nth(0)).to_contain_text("Tuesday, 8 December 2026")
    expect(rows.nth(0).locator(".assigned-state")).to_have_text("draft")
    expect(rows.nth(1).locator(".assigned-state")).to_have_text("not begun")
    expect(page.locator(".assigned-note")).to_have_text(NOTE)
    expect(page.locator(".assigned-gone")).to_contain_text("no-such-task")
    assert not page.locator(".assigned img, .assigned b").count()
    assert violations(page) == []

    rows.nth(0).get_by_role("checkbox").check()
    expect(rows.nth(0).locator(".assigned-state")).to_have_text("done")
    assert entries(page)[f"done/{first.activity.id}"]["minutes"] == first.activity.minutes
    file = saved(page, page.locator(".assigned-list"), "Save the due dates for a calendar", tmp_path)
    (event,) = events(file)
    assert event["DTSTART"].dt == DUE
    assert event["URL"] == f"{site_url}modules/{first.module.id}/{first.activity.id}/"

    page.locator(".languages summary").click()
    page.locator(f".languages a[hreflang={language}]").click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(rows).to_have_count(2)
    assert page.url == f"{site_url}{language}/assigned/{fragment}"
    expect(rows.nth(0)).to_contain_text("december 2026")

    page.goto(f"{site_url}assigned/")
    expect(rows).to_have_count(2)
    open_learning(page, site_url)
    page.get_by_role("link", name="The homework that your trainer assigned").click()
    expect(rows).to_have_count(2)
    page.get_by_role("button", name="Remove this list from this browser").click()
    expect(page.locator("[data-said]")).to_have_text(
        "The list has been removed. Your drafts are still there."
    )
    page.reload()
    expect(page.locator("[data-said]")).to_contain_text("There is no list here yet.")
    assert not [url for url in asked if "#" in url or not url.startswith((site_url, "about:", "blob:"))]


def test_a_link_that_is_not_whole_says_what_is_wrong(
    page: Page, whole: Built, site_url: str, tasks: tuple[Task, ...]
) -> None:
    task, course = tasks[0].activity, whole.course.programme.id
    good = forged(course, TITLE, NOTE, task.id, 20795)
    said = page.locator("[data-said]")
    for fragment, words, names_task in [
        (good[:-3], "This link is not complete", True),
        (good[:-1] + ("0" if good[-1] != "0" else "1"), "This link is damaged", True),
        (forged("another-course", TITLE, NOTE, task.id, 20795), "another course", False),
        (forged(course, TITLE, NOTE, task.id, 20795, version=2), "newer version", False),
        (forged(course, TITLE, NOTE, "<script>", 20795), "This link is damaged", False),
        ("#tasks", "not a homework list", False),
    ]:
        look(page, f"{site_url}assigned/{fragment}")
        expect(said).to_contain_text(words)
        expect(page.locator(".assigned-list, .assigned-note, time")).to_have_count(0)
        expect(page.locator(".assigned-readable a")).to_have_count(int(names_task))
    assert [key for key in entries(page) if key.startswith("assigned/")] == []


def test_a_browser_that_keeps_nothing_shows_the_list_and_says_so(
    page: Page, whole: Built, site_url: str, tasks: tuple[Task, ...]
) -> None:
    page.add_init_script(BLOCKED)
    look(page, f"{site_url}assigned/" + forged(whole.course.programme.id, "", "", tasks[0].activity.id, 0))
    expect(page.locator(".assigned tbody tr")).to_have_count(1)
    expect(page.locator("[data-said]")).to_have_text("This browser does not keep the list. Keep the link.")


def test_it_fits_a_phone_and_says_what_it_needs_without_a_script(
    page: Page, whole: Built, site_url: str, tasks: tuple[Task, ...]
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    choose(page, site_url, tasks)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    look(
        page,
        f"{site_url}assigned/" + forged(whole.course.programme.id, TITLE, "", tasks[0].activity.id, 20795),
    )
    assert page.evaluate(wide) == 0
    for name in ("assign", "assigned"):
        text = (whole.folder / name / "index.html").read_text(encoding="utf-8")
        assert re.search(r"<p data-without-script>[^<]*JavaScript", text)

"""A trainer plans in a real browser; the calendar file is read by a library that is not ours."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Browser, Page, expect

from coursesite.model.meetings import blocks_of, works_of
from coursesite.model.planning import Plan, Wish, plan
from tests.conftest import Pages
from tests.site.building import Built

PLAN = "[data-part=plan-sessions] tbody tr"
START = date(2027, 3, 4)  # a Thursday; summer time begins while the meetings go on


@pytest.fixture(scope="module")
def planner(tiny: Built, browser: Browser) -> Iterator[Page]:
    """The tiny course's planner in a browser of Stockholm."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, directory=str(tiny.folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context(timezone_id="Europe/Stockholm", reduced_motion="reduce")
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"http://127.0.0.1:{server.server_port}/course/planner/")
        page.wait_for_selector(PLAN)
        yield page
        context.close()
        server.shutdown()
        assert faults == []


def chosen(page: Page, **values: str) -> None:
    for name, value in values.items():
        field = page.locator(f"[name='{name}']")
        if name == "format":
            field.select_option(value)
        else:
            field.fill(value)


def calendar(page: Page, folder: Path) -> dict[str, Any]:
    """The entries of the calendar file, by what stands before the plan's id in their UIDs."""
    with page.expect_download() as waiting:
        page.click("[data-do=calendar]")
    file = folder / "plan.ics"
    waiting.value.save_as(file)
    data = file.read_bytes()
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    read: Any = icalendar.Calendar.from_ical(data)
    assert not read.errors
    assert (read["version"], read["method"]) == ("2.0", "PUBLISH")
    events: list[Any] = list(read.walk("VEVENT"))
    assert not [event.errors for event in events if event.errors]
    found = {str(event["uid"]).partition(".")[0]: event for event in events}
    assert len(found) == len(events)
    return found


def test_a_plan_gets_dates_and_a_calendar(planner: Page, tiny: Built, tmp_path: Path) -> None:
    form, *_ = tiny.course.programme.formats
    chosen(planner, format=form.id, start=START.isoformat(), time="18:30", every="2")
    wish = Wish(form.minutes, breaks=form.breaks, time=1110, start=START, weekdays=(4,), every=2)
    expected = plan(works_of(tiny.course, form.setting), blocks_of(tiny.course), wish)
    assert isinstance(expected, Plan)
    expect(planner.locator(PLAN)).to_have_count(len(expected.events))
    assert planner.locator("[name=weekdays]:checked").get_attribute("value") == "4"
    assert "March 2027" in planner.locator(PLAN).first.inner_text()

    entries = calendar(planner, tmp_path)
    for event in expected.events:
        entry = entries[event.id]
        if event.number:
            assert event.first
            winter = event.first < date(2027, 3, 28)
            begin = datetime(
                event.first.year, event.first.month, event.first.day, 17 if winter else 16, 30, tzinfo=UTC
            )
            assert entry.decoded("dtstart") == begin
            assert entry.decoded("dtend") - begin == timedelta(minutes=event.length)
            titles = [str(tiny.course.activity_by_id[id][1].title) for id in event.works]
            assert all(title in str(entry["description"]) for title in titles)
        else:
            assert event.last
            assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (
                event.first,
                event.last + timedelta(1),
            )
    due = {task.work: task.due for task in expected.tasks}
    homework = [
        a.id
        for _, a in tiny.course.activity_by_id.values()
        if a.kind in {"homework", "practice"} and a.id in due
    ]
    assert homework
    assert {id: entries[id].decoded("dtstart") for id in homework} == {id: due[id] for id in homework}


def test_a_changed_plan_updates_the_same_entries(planner: Page, tiny: Built, tmp_path: Path) -> None:
    three, two = tiny.course.programme.formats
    chosen(planner, format=three.id, start=START.isoformat())
    before = calendar(planner, tmp_path)
    planner.wait_for_timeout(1100)  # the number that rises counts seconds
    chosen(planner, format=two.id, start="2027-03-11")
    after = calendar(planner, tmp_path)
    assert {name: entry["uid"] for name, entry in after.items()} == {n: e["uid"] for n, e in before.items()}
    assert all(after[name]["sequence"] > before[name]["sequence"] for name in before)
    assert {name for name, entry in after.items() if entry["status"] == "CANCELLED"} == {"session-3"}
    assert after["session-1"].decoded("dtstart") - before["session-1"].decoded("dtstart") == timedelta(7)


def test_a_link_and_the_browser_keep_the_plan(planner: Page, tiny: Built) -> None:
    setting = tiny.course.programme.formats[0].setting
    chosen(planner, format=f"own:{setting}", minutes="45", over="0", start=START.isoformat(), every="3")
    planner.fill("[data-skip-first]", "2027-03-25")
    planner.fill("[data-skip-last]", "2027-04-09")
    planner.click("[data-do=skip]")
    planner.click("[data-do=copy]")
    rows = planner.locator(PLAN).all_inner_texts()
    link = planner.url
    assert "skip=2027-03-25..2027-04-09" in link

    def shown_at(url: str) -> tuple[list[str], str]:
        planner.goto("about:blank")
        planner.goto(url)
        planner.wait_for_selector(PLAN)
        return planner.locator(PLAN).all_inner_texts(), planner.inner_text("[data-part=note]")

    assert shown_at(link) == (rows, "")
    assert shown_at(link.partition("#")[0]) == (rows, "")  # kept in this browser
    damaged, note = shown_at(link.replace("start=2027-03-04", "start=2027-13-04"))
    assert damaged != rows
    assert "could not be read" in note
    planner.click("[data-do=reset]")
    assert shown_at(link.partition("#")[0])[0] != rows


def test_what_stands_in_the_way_is_named(planner: Page, tiny: Built) -> None:
    setting = tiny.course.programme.formats[0].setting
    said = planner.locator("[data-part=said]")
    chosen(planner, format=f"own:{setting}", minutes="20", over="0", start=START.isoformat())
    longest = max(
        (a for _, a in tiny.course.activity_by_id.values() if a.setting == setting), key=lambda a: a.minutes
    )
    expect(said).to_contain_text(f"“{longest.title}”")
    expect(planner.locator("[data-do=calendar]")).to_be_disabled()
    chosen(planner, minutes="30")
    planner.locator("[name=weekdays]:checked").uncheck()
    expect(said).to_contain_text("at least one day of the week")
    planner.locator("[name=weekdays][value='2']").check()
    expect(planner.locator("[data-do=calendar]")).to_be_enabled()
    chosen(planner, every="")
    expect(said).to_contain_text("Write numbers")
    chosen(planner, every="1")


def test_sections_are_drawn_when_looked_at_and_printed_alone(planner: Page, tiny: Built) -> None:
    form = tiny.course.programme.formats[0]
    chosen(planner, format=form.id, start=START.isoformat(), time="09:00")
    planner.evaluate(
        "window.print = () => { window.shown = [...document.querySelectorAll('details[data-section]:not(.plan-not-now)')].map((one) => one.dataset.section); }"
    )
    for name in ("plan-run-sheets", "plan-materials", "plan-own-time", "plan-attendance"):
        planner.locator(f"details[data-section={name}] > summary").click()
        expect(planner.locator(f"[data-part={name}] > *").first).to_be_visible()
    sheet = planner.locator("[data-part=plan-run-sheets] section").nth(1)
    expect(sheet).to_contain_text("9:00–9:15")
    expect(sheet).to_contain_text("Break")
    planner.click("[data-print=plan-attendance]")
    assert planner.evaluate("window.shown") == ["plan-attendance"]
    planner.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(planner.locator(".plan-not-now")).to_have_count(0)


def test_the_data_say_what_the_course_says(tiny: Built) -> None:
    for language in tiny.course.languages:
        file = tiny.folder / tiny.home(language) / "planner" / "course.json"
        data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        for setting, works in data["works"].items():
            assert [(w["id"], w["minutes"], w["held"]) for w in works] == [
                (w.id, w.minutes, w.held) for w in works_of(tiny.course, setting)
            ]
        links = [page["url"] for module in data["modules"].values() for page in module["pages"]]
        page = tiny.page("planner", language)
        assert links
        assert all(page.leads_to(link) in {trainers.path for trainers in tiny.trainers} for link in links)


def test_without_scripts_the_standard_plans_stand_there(tiny: Built) -> None:
    page = tiny.page("planner")
    for form in tiny.course.programme.formats:
        section = page.one(f"//section[h2[@id='plan-{form.id}']]")
        sessions = section.xpath(".//details[.//table[@class='run-sheet']]")
        assert len(sessions) == form.sessions
        links = [a.text for a in section.xpath(".//table[@class='run-sheet']//a")]
        expected = [str(a.title) for _, a in tiny.course.activity_by_id.values() if a.setting == form.setting]
        assert links == expected

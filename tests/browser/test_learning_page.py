"""“My learning”: what was done, where to go on, and data that belong to the learner alone."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.learner import BLOCKED, a_module, a_reading, entries, kept, open_learning
from tests.browser.test_accessibility import faults_everywhere

FOREIGN = {"course:other:/course/:done/a": "theirs", "theirs": "stays", "course:theme": "dark"}


def mark_done(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="I have done this").click()


def rate(page: Page, level: int, outcomes: int | None = None) -> None:
    page.locator(".rate summary").click()
    for select in page.locator(".rate select").all()[:outcomes]:
        select.select_option(index=level)
    page.locator(".rate summary").click()


def fill_everything(page: Page, site: Path, site_url: str) -> None:
    """Something of each kind, and what other programs keep."""
    mark_done(page, site_url + a_reading(site))
    page.evaluate(
        "items => Object.entries(items).forEach(([key, text]) => localStorage.setItem(key, text))", FOREIGN
    )
    open_learning(page, site_url)
    rate(page, 2, 4)
    page.evaluate(
        """() => {
          const start = Object.keys(localStorage).find((key) => key.endsWith(":schema")).slice(0, -6);
          const at = "2026-01-05T10:00:00.000Z";
          localStorage.setItem(`${start}journal/first`, JSON.stringify({ at, value: { text: "Möte – “varje” tisdag", date: "2026-01-05" } }));
          localStorage.setItem(`${start}draft/a-map/situation`, JSON.stringify({ at, value: { text: "A draft." }, earlier: [{ at: "2026-01-04T10:00:00.000Z", value: { text: "Before." } }] }));
        }"""
    )
    open_learning(page, site_url)


def exported(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="Export my data to a file").click()
    assert re.fullmatch(r"[a-z-]+-my-learning-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def erase(page: Page) -> None:
    page.get_by_role("button", name="Erase all my data").click()
    page.get_by_role("button", name="Yes, erase everything").click()


def test_a_done_mark_counts_hours_and_can_be_taken_back(page: Page, site: Path, site_url: str) -> None:
    reading = a_reading(site)
    page.goto(site_url + reading)
    box = page.locator("[data-done]")
    minutes, id = int(str(box.get_attribute("data-minutes"))), box.get_attribute("data-done")
    box.get_by_role("button").press("Enter")
    expect(box.get_by_role("status")).to_contain_text("You marked this as done on")
    expect(page.locator(f".menu [data-activity={id}]")).to_contain_text("✓ done")
    assert entries(page)[f"done/{id}"]["minutes"] == minutes
    open_learning(page, site_url)
    expect(page.locator(".hours-done")).to_contain_text(f"You have done {minutes} min")
    expect(page.locator("[data-part=left-off] a").first).to_have_attribute("href", re.compile(str(id)))
    page.goto(site_url + a_module(site))
    expect(page.locator("p.progress")).to_contain_text(re.compile(r"^1 of \d+ activities done"))
    expect(page.locator(f".activities [data-activity={id}]")).to_contain_text("✓ done on")
    page.goto(site_url + reading)
    page.get_by_role("button", name="I have not done this yet").click()
    expect(box.get_by_role("status")).to_contain_text("not marked as done any more")
    open_learning(page, site_url)
    expect(page.locator(".hours-done")).to_contain_text("You have done 0 min")


def test_reading_alone_keeps_nothing(page: Page, site: Path, site_url: str) -> None:
    for path in ("", a_module(site), a_reading(site), "my-learning/"):
        page.goto(site_url + path)
    page.wait_for_selector(".hours-done")
    assert kept(page) == {}


def test_marks_of_another_tab_appear(page: Page, site: Path, site_url: str) -> None:
    page.goto(site_url + a_module(site))
    other = page.context.new_page()
    mark_done(other, site_url + a_reading(site))
    expect(page.locator(".activities .done-mark:not(:empty)")).to_have_count(1)


def test_the_profile_is_a_chart_and_a_table(page: Page, site_url: str) -> None:
    open_learning(page, site_url)
    expect(page.locator("[data-part=profile]")).to_contain_text("You have not rated yourself yet")
    rate(page, 2)
    chart = page.locator("svg.radar")
    expect(chart).to_have_role("img")
    expect(chart).to_have_accessible_name("My competencies")
    expect(chart).to_have_accessible_description(re.compile("The table below has the same numbers"))
    rows = page.locator("[data-part=profile] tbody tr")
    expect(chart.locator(".radar-before-dot")).to_have_count(rows.count())
    page.evaluate(
        """() => {
          for (const key of Object.keys(localStorage).filter((key) => key.includes(":rating/"))) {
            localStorage.setItem(key.replace(/\\d{4}-/, "2020-"), localStorage.getItem(key).replace("practising", "aware"));
          }
        }"""
    )
    open_learning(page, site_url)
    for row in rows.all():
        assert [cell.inner_text() for cell in row.locator("td").all()[:2]] == ["1", "2"]
    expect(chart.locator(".radar-after-dot")).to_have_count(rows.count())


def test_export_erase_and_import_give_the_same_data_and_leave_what_is_not_ours(
    page: Page, site: Path, site_url: str, tmp_path: Path
) -> None:
    fill_everything(page, site, site_url)
    before = kept(page)
    assert len(before) > 8
    file = exported(page, tmp_path)
    erase(page)
    expect(page.locator("[data-part=status]")).to_be_focused()
    assert kept(page) == FOREIGN
    page.set_input_files("#import-file", file)
    preview = page.locator("[data-part=preview]")
    expect(preview).to_be_focused()
    assert kept(page) == FOREIGN, "a preview changes nothing"
    expect(preview.get_by_role("row", name=re.compile("^Self-ratings 4 0 0 0"))).to_be_visible()
    preview.get_by_role("button", name="Merge the file with my data").click()
    expect(page.locator("[data-part=status]")).to_have_text("The file has been merged with your data.")
    assert {key: json.loads(text) if text[0] == "{" else text for key, text in kept(page).items()} == {
        key: json.loads(text) if text[0] == "{" else text for key, text in before.items()
    }
    page.set_input_files("#import-file", file)
    expect(preview).to_contain_text("Nothing. All that the file holds is here already, or newer.")


def test_an_import_keeps_what_is_newer_here(page: Page, site: Path, site_url: str, tmp_path: Path) -> None:
    mark_done(page, site_url + a_reading(site))
    open_learning(page, site_url)
    file = exported(page, tmp_path)
    page.goto(site_url + a_reading(site))
    page.get_by_role("button", name="I have not done this yet").click()
    open_learning(page, site_url)
    page.set_input_files("#import-file", file)
    preview = page.locator("[data-part=preview]")
    expect(preview.get_by_role("row", name=re.compile("^Done marks 0 0 0 1"))).to_be_visible()
    expect(preview.get_by_role("button", name="Merge")).to_have_count(0)
    preview.get_by_role("button", name="Leave everything as it is").click()
    expect(page.locator("[data-part=status]")).to_be_focused()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda text: text[:-30], "damaged"),
        (lambda text: text.replace('"A draft."', '"Another draft."'), "damaged"),
        (lambda text: re.sub(r'"schema": \d+', '"schema": 99', text), "newer version"),
        (lambda text: re.sub(r'"course": "[^"]+"', '"course": "bees"', text), "another course"),
        (lambda _: "Dear diary", "not a file that was exported"),
        (lambda _: '{"format": "something else"}', "not a file that was exported"),
    ],
)
def test_files_that_cannot_be_imported_say_why(  # type: ignore[no-untyped-def]
    page: Page, site: Path, site_url: str, tmp_path: Path, change, message: str
) -> None:
    fill_everything(page, site, site_url)
    before = kept(page)
    text = exported(page, tmp_path).read_text(encoding="utf-8")
    broken = tmp_path / "broken.json"
    broken.write_text(change(text), encoding="utf-8")
    page.set_input_files("#import-file", broken)
    expect(page.locator("[data-part=status]")).to_contain_text(message)
    expect(page.locator("[data-part=status]")).to_contain_text("Nothing has changed.")
    assert kept(page) == before


def test_erasing_asks_first(page: Page, site: Path, site_url: str) -> None:
    fill_everything(page, site, site_url)
    before = kept(page)
    page.get_by_role("button", name="Erase all my data").press("Enter")
    expect(page.locator("[data-part=erase]")).to_be_focused()
    page.get_by_role("button", name="No, keep it").press("Enter")
    expect(page.get_by_role("button", name="Erase all my data")).to_be_focused()
    assert kept(page) == before


def test_a_shared_computer_forgets_when_the_tab_closes(page: Page, site: Path, site_url: str) -> None:
    fill_everything(page, site, site_url)
    page.get_by_label("Other people use this computer").check()
    expect(page.locator("[data-part=status]")).to_contain_text("forgotten when you close the tab")
    ours = {key for key in kept(page) if key not in FOREIGN}
    assert [key.rsplit(":", 1)[1] for key in ours] == ["shared"]
    open_learning(page, site_url)
    expect(page.locator(".written-text").first).to_be_visible()
    other = page.context.new_page()
    page.close()
    open_learning(other, site_url)
    expect(other.locator(".written-text")).to_have_count(0)
    expect(other.get_by_label("Other people use this computer")).to_be_checked()
    mark_done(other, site_url + a_reading(site))
    expect(other.locator("[data-done] [role=status]")).to_contain_text("Shared computer")
    open_learning(other, site_url)
    other.get_by_label("Other people use this computer").uncheck()
    assert any(":done/" in key for key in kept(other))


def test_damaged_data_are_set_aside_and_said(page: Page, site: Path, site_url: str) -> None:
    fill_everything(page, site, site_url)
    page.evaluate(
        """() => {
          const name = Object.keys(localStorage).find((key) => key.includes(":journal/"));
          localStorage.setItem(name, localStorage.getItem(name).slice(0, -5));
        }"""
    )
    open_learning(page, site_url)
    expect(page.locator(".learning-limits")).to_contain_text("was damaged")
    assert any("Möte" in text for key, text in kept(page).items() if "damaged/" in key)
    expect(page.locator(".written-text").first).to_have_text("A draft.")


def test_with_storage_blocked_the_page_says_that_nothing_is_kept(page: Page, site_url: str) -> None:
    page.add_init_script(BLOCKED)
    open_learning(page, site_url)
    expect(page.locator(".learning-limits")).to_contain_text("does not let pages keep anything")
    expect(page.get_by_label("Other people use this computer")).to_be_disabled()


def test_without_script_a_sentence_says_what_the_page_would_do(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}my-learning/")
    expect(page.locator("[data-without-script]")).to_be_visible()
    expect(page.locator(".learning")).to_be_hidden()
    context.close()


def test_the_menu_leads_to_the_page_in_every_language(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}sv/")
    address = page.locator(".menu a[href$='my-learning/']").first.get_attribute("href")
    assert address == "./my-learning/"
    open_learning(page, site_url, "sv/")


def test_the_page_is_accessible(page: Page, site: Path, site_url: str, tmp_path: Path) -> None:
    fill_everything(page, site, site_url)
    file = exported(page, tmp_path)
    erase(page)
    page.set_input_files("#import-file", file)
    page.get_by_role("button", name="Merge the file with my data").click()
    page.get_by_role("button", name="Erase all my data").click()
    for summary in page.locator(".learning summary").all():
        summary.click()
    assert faults_everywhere(page) == {}

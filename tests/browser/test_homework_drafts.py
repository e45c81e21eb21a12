"""Homework and notes: kept as typed, in every language and tab, and handed in as a file or on paper."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from tests.browser.learner import BLOCKED, entries, kept, open_learning
from tests.browser.papers import of_docx, of_markdown, of_odt, saved
from tests.browser.reader import path_of
from tests.browser.test_accessibility import faults_everywhere
from tests.site.building import Built

TEXT = "We met on a Tuesday – “varje vecka” <b>&amp; *more*\nČrta & 3 < 4\n\n# not a heading\v"
SHOWN = ["We met on a Tuesday – “varje vecka” <b>&amp; *more*", "Črta & 3 < 4", "", "# not a heading"]


@pytest.fixture
def homework(whole: Built) -> str:
    return path_of(whole, "homework")


@pytest.fixture
def reflection(whole: Built) -> str:
    """The path of an activity that ends in notes."""
    source = whole.course.source_language
    return next(
        whole.page(f"modules/{module.id}/{activity.id}", source).path
        for module, activity in whole.course.reading_order
        if activity and activity.kind == "reflection"
    )


def open_homework(page: Page, address: str) -> Locator:
    page.goto(address)
    fields = page.locator(".field textarea")
    expect(fields.first).to_be_visible()
    return fields


def write(area: Locator, text: str) -> None:
    area.fill(text)
    expect(area.locator("xpath=..").locator(".kept")).to_contain_text("Kept in this browser.")


def drafts(page: Page) -> dict[str, str]:
    return {key: value["text"] for key, value in entries(page).items() if key.startswith("draft/") and value}


def test_a_draft_outlives_a_reload_and_a_change_of_language(
    page: Page, whole: Built, site_url: str, homework: str
) -> None:
    fields = open_homework(page, site_url + homework)
    box = page.locator(".field").first
    expect(fields.first).to_have_accessible_name(box.locator("h3").inner_text())
    expect(fields.first).to_have_accessible_description(box.locator("p").first.inner_text())
    expect(box.locator(".lines")).to_be_hidden()
    assert kept(page) == {}, "looking alone keeps nothing"
    write(fields.first, "A draft.")
    assert drafts(page) == {box.get_attribute("data-write"): "A draft."}
    page.reload()
    expect(fields.first).to_have_value("A draft.")
    language = whole.course.languages[1]
    open_homework(page, f"{site_url}{language}/{homework}")
    expect(fields.first).to_have_value("A draft.")
    expect(fields.first).to_have_attribute("lang", language)


def test_what_was_typed_last_is_kept_when_the_page_is_left_at_once(
    page: Page, site_url: str, homework: str
) -> None:
    fields = open_homework(page, site_url + homework)
    fields.first.press_sequentially("Short")
    open_homework(page, site_url + homework)
    expect(fields.first).to_have_value("Short")


def test_an_emptied_field_is_forgotten(page: Page, site_url: str, homework: str) -> None:
    fields = open_homework(page, site_url + homework)
    write(fields.first, "A draft.")
    write(fields.first, "")
    assert drafts(page) == {}


def test_two_tabs_lose_nothing(page: Page, site_url: str, homework: str) -> None:
    """This tab hears of the other one; the third hears of nobody, as if both wrote at the same moment."""
    mine = open_homework(page, site_url + homework)
    deaf = page.context.new_page()
    deaf.add_init_script("addEventListener('storage', (event) => event.stopImmediatePropagation())")
    theirs = open_homework(deaf, site_url + homework)
    write(theirs.first, "From there.")
    expect(mine.first).to_have_value("From there.")
    write(mine.first, "From here.")
    write(theirs.first, "From there, more.")
    expect(mine.first).to_have_value("From there, more.")
    page.locator(".field details summary").first.click()
    expect(page.locator(".field details").first).to_contain_text("From here.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Write to anna@example.org", "e-mail address: anna@example.org"),
        ("She is 811218-9876", "personal number or a phone number: 811218-9876"),
        ("Then Anna Berg came", "full name: Anna Berg"),
    ],
)
def test_what_could_tell_who_somebody_is_brings_a_warning_and_is_kept(
    page: Page, site_url: str, homework: str, text: str, kind: str
) -> None:
    fields = open_homework(page, site_url + homework)
    careful = page.locator(".field .careful").first
    expect(careful).to_have_role("status")
    write(fields.first, text)
    expect(careful).to_contain_text(kind)
    assert list(drafts(page).values()) == [text], "it warns and does not block"
    write(fields.first, "Somebody came.")
    expect(careful).to_be_empty()


def test_with_storage_blocked_it_says_so_and_files_are_still_made(
    page: Page, site_url: str, homework: str, tmp_path: Path
) -> None:
    page.add_init_script(BLOCKED)
    fields = open_homework(page, site_url + homework)
    expect(page.locator("[data-intro]")).to_contain_text("does not let pages keep anything")
    fields.first.fill("Not kept.")
    status = page.locator(".field .kept").first
    expect(status).to_contain_text("does not let pages keep anything")
    expect(status).not_to_contain_text("Kept in this browser.")
    file = saved(page, page.locator(".hand-in"), "Word", tmp_path)
    assert ("Normal", "Not kept.") in of_docx(file)[1]


def test_a_file_for_the_trainer(page: Page, site_url: str, homework: str, tmp_path: Path) -> None:
    fields = open_homework(page, site_url + homework)
    write(fields.first, TEXT)
    part = page.locator(".hand-in")
    part.get_by_label("Your name").fill("Åsa Öst")
    title = page.locator("h1").inner_text()
    labels = page.locator(".field h3").all_inner_texts()
    criteria = [("List Bullet", text) for text in page.locator(".criteria li").all_inner_texts()]

    word = saved(page, part, "Word", tmp_path)
    assert re.fullmatch(r"[a-z0-9-]+-\d{4}-\d\d-\d\d\.docx", word.name)
    expect(part.get_by_role("status")).to_contain_text("has been saved")
    name, lines, tables = of_docx(word)
    assert (name, lines[0]) == (title, ("Title", title))
    assert re.fullmatch(r"Name: Åsa Öst\. Date: .*20\d\d\.", lines[1][1])
    assert lines[2 : 4 + len(SHOWN)] == [
        ("Heading 1", labels[0]),
        *(("Normal", line) for line in SHOWN),
        ("Heading 1", labels[1]),
    ]
    assert [text for style, text in lines if style == "Heading 1"] == [
        *labels,
        "What the feedback looks at",
        "Feedback",
    ]
    assert [line for line in lines if line[0] == "List Bullet"] == criteria
    assert [len(table) for table in tables] == [1]
    assert tables[0][0][0].strip() == ""

    other, open_lines, boxes = of_odt(saved(page, part, "OpenDocument", tmp_path))
    assert (other, boxes) == (title, 1)
    assert [line for line in open_lines if line[1].strip()] == [line for line in lines if line[1].strip()]

    plain = of_markdown(saved(page, part, "Markdown", tmp_path))
    assert plain[0] == ("h1", title)
    assert [text for tag, text in plain if tag == "h2"] == [*labels, "What the feedback looks at", "Feedback"]
    assert [text for _, text in plain if text in SHOWN] == [line for line in SHOWN if line]
    assert not any("Åsa" in text for text in kept(page).values()), "the name is not kept"


def test_files_in_another_language(
    page: Page, whole: Built, site_url: str, homework: str, tmp_path: Path
) -> None:
    language = whole.course.languages[1]
    fields = open_homework(page, f"{site_url}{language}/{homework}")
    fields.first.fill("Möte")
    with page.expect_download() as download:
        page.locator(".hand-in button").first.click()
    download.value.save_as(tmp_path / "file.docx")
    assert ("Normal", "Möte") in of_docx(tmp_path / "file.docx")[1]


def printed(page: Page) -> str:
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    return re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in sheets))


def test_on_paper_what_was_written_stands_in_the_place_of_the_lines(
    page: Page, site_url: str, homework: str
) -> None:
    fields = open_homework(page, site_url + homework)
    write(fields.first, "\n".join(f"Line {number} of a long answer." for number in range(40)))
    text = printed(page)
    assert "Line 0 of a long answer." in text
    assert "Line 39 of a long answer." in text
    assert "Kept in this browser" not in text
    page.emulate_media(media="print")
    expect(page.locator(".field .lines").nth(1)).to_be_visible()
    expect(page.locator(".field .lines").first).to_be_hidden()


def test_the_button_prints_the_homework_and_nothing_else(page: Page, site_url: str, homework: str) -> None:
    page.add_init_script("window.print = () => {}")
    fields = open_homework(page, site_url + homework)
    write(fields.first, "My own words.")
    page.locator(".hand-in").get_by_role("button", name="Print").press("Enter")
    text = printed(page)
    assert "My own words." in text
    assert "Feedback" in text
    assert page.locator(".prose p").first.inner_text()[:40] not in text


def test_notes_on_a_reflection_are_found_again_with_drafts(
    page: Page, site_url: str, reflection: str, homework: str
) -> None:
    page.goto(site_url + reflection)
    notes = page.get_by_label("My notes on this activity")
    write(notes, "What I noticed.")
    activity = page.locator("[data-done]").get_attribute("data-done")
    assert entries(page)[f"journal/{activity}"]["activity"] == activity
    page.reload()
    expect(notes).to_have_value("What I noticed.")
    fields = open_homework(page, site_url + homework)
    label = page.locator(".field h3").first.inner_text()
    write(fields.first, "A draft.")
    open_learning(page, site_url)
    journal = page.locator("[data-part=journal]")
    expect(journal).to_contain_text("What I noticed.")
    expect(journal.locator("h3", has_text=label).first).to_be_visible()


def test_without_script_nothing_pretends_to_keep_what_is_written(
    browser: Browser, site_url: str, homework: str, reflection: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in (homework, reflection):
        page.goto(site_url + path)
        expect(page.locator("article :is(textarea, input, button):visible")).to_have_count(0)
    page.goto(site_url + homework)
    expect(page.locator("[data-intro]")).to_contain_text("This page keeps nothing that you write.")
    expect(page.locator(".field h3").first).to_be_visible()
    expect(page.locator(".field .lines").first).to_be_visible()
    context.close()


def test_the_keyboard_is_enough(page: Page, site_url: str, homework: str) -> None:
    fields = open_homework(page, site_url + homework)
    fields.first.focus()
    for number in range(fields.count()):
        page.keyboard.type(f"Field {number}")
        page.keyboard.press("Tab")
    expect(page.locator(".hand-in input")).to_be_focused()
    for number, area in enumerate(fields.all()):
        expect(area).to_have_value(f"Field {number}")
    page.keyboard.press("Tab")
    expect(page.locator(".hand-in button").first).to_be_focused()


def test_it_is_accessible(page: Page, site_url: str, homework: str, reflection: str) -> None:
    fields = open_homework(page, site_url + homework)
    write(fields.first, "Write to Anna Berg, anna@example.org, 811218-9876")
    assert faults_everywhere(page) == {}
    page.goto(site_url + reflection)
    write(page.get_by_label("My notes on this activity"), "Anna Berg")
    assert faults_everywhere(page) == {}

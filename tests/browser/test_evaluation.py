"""Surveys, the trainers' collection of files, and feedback sheets, on the tiny course's own pages."""

import csv
import io
import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.learner import entries, kept
from tests.browser.papers import of_docx, of_odt, saved
from tests.browser.test_accessibility import violations
from tests.conftest import BELOW, Pages
from tests.site.building import Built
from tests.site.conftest import shared, tiny  # noqa: F401 - fixtures


@pytest.fixture(scope="module")
def bees(tiny: Built) -> Iterator[str]:  # noqa: F811
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, directory=str(tiny.folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BELOW}"
        server.shutdown()


FORM = "form[data-survey=first-evening]"


def answer(page: Page, bees: str) -> None:
    """Something to each kind of question, by keyboard where that differs."""
    page.goto(bees + "surveys/")
    form = page.locator(FORM)
    expect(form.get_by_role("button", name="Save my answers as a file")).to_be_visible()
    calm = form.get_by_role("group", name="How calm are you near bees?")
    expect(calm).to_have_accessible_description("1 = not at all 5 = very")
    calm.get_by_role("radio", name="1").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    form.get_by_role("radio", name="Summer").check()
    form.get_by_label("Why then?").first.fill("It is warm.")
    form.get_by_role("checkbox", name="Spring").check()
    form.get_by_role("checkbox", name="Autumn").check()
    form.get_by_label("What do you hope for?").fill("Honey.\nAnd =1+1 friends.")
    expect(form.locator(".survey-status")).to_have_text("Kept in this browser.")


def download(page: Page, button: str, folder: Path, scope: str = "main") -> Path:
    return saved(page, page.locator(scope), button, folder)


ANSWERS = {
    "calm-now": {"given": "3"},
    "best-season": {"given": "summer", "text": "It is warm."},
    "free-seasons": {"given": ["spring", "autumn"]},
    "hopes": {"text": "Honey.\nAnd =1+1 friends."},
}


def test_answers_are_kept_here_saved_without_a_name_and_erased(page: Page, bees: str, tmp_path: Path) -> None:
    answer(page, bees)
    page.reload()
    form = page.locator(FORM)
    expect(form.get_by_role("radio", name="3")).to_be_checked()
    expect(form.get_by_label("What do you hope for?")).to_have_value("Honey.\nAnd =1+1 friends.")

    form.get_by_label("Why then?").last.fill("Ask Greta Honigmann.")
    expect(form.locator(".careful:not(:empty)")).to_contain_text("This looks like a full name")
    form.get_by_label("Why then?").last.fill("")
    path = download(page, "Save my answers as a file", tmp_path, FORM)
    assert path.name.startswith("first-evening-")
    anonymous = json.loads(path.read_text("utf-8"))
    assert (anonymous["course"], anonymous["survey"], anonymous["answers"]) == (
        "bees",
        "first-evening",
        ANSWERS,
    )
    assert "name" not in anonymous
    expect(form.locator(".survey-status")).to_contain_text("There is no name in it.")
    form.get_by_label("Your name").fill("Anna Bee")
    named = json.loads(download(page, "Save my answers as a file", tmp_path, FORM).read_text("utf-8"))
    assert (named["name"], named["sheet"]) == ("Anna Bee", anonymous["sheet"])
    assert "Anna" not in json.dumps(kept(page))

    form.get_by_role("group", name="How calm").get_by_role("button", name="Clear this answer").press("Enter")
    expect(form.get_by_role("radio", name="1")).to_be_focused()
    assert "calm-now" not in entries(page)["survey/first-evening"]["answers"]
    form.get_by_role("button", name="Erase my answers").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(form.locator(".survey-status")).to_have_text("Your answers have been erased.")
    expect(form.get_by_label("What do you hope for?")).to_have_value("")
    assert entries(page)["survey/first-evening"] is None


def test_another_tab_sees_the_answers_and_erasing_all_takes_them_along(page: Page, bees: str) -> None:
    page.goto(bees + "surveys/")
    other = page.context.new_page()
    answer(other, bees)
    expect(page.locator(FORM).get_by_label("What do you hope for?")).to_have_value(
        "Honey.\nAnd =1+1 friends."
    )
    other.goto(bees + "my-learning/")
    other.get_by_role("button", name="Erase all my data").click()
    other.get_by_role("button", name="Yes, erase everything").click()
    expect(page.locator(FORM).get_by_label("What do you hope for?")).to_have_value("")


def test_a_form_is_whole_on_paper_and_without_script(browser: Browser, page: Page, bees: str) -> None:
    answer(page, bees)
    page.emulate_media(media="print")
    form = page.locator(FORM)
    expect(form.locator(".on-paper", has_text="And =1+1 friends.")).to_be_visible()
    expect(form.get_by_label("What do you hope for?")).to_be_hidden()
    expect(form.get_by_role("button")).to_have_count(0)
    expect(page.locator("form[data-survey=last-evening] textarea")).to_be_visible()

    context = browser.new_context(java_script_enabled=False)
    bare = context.new_page()
    bare.goto(bees + "surveys/")
    expect(bare.get_by_text("Print this page and write on paper.").first).to_be_visible()
    expect(bare.locator(FORM).get_by_role("radio")).to_have_count(8)
    expect(bare.locator(FORM).get_by_role("button")).to_have_count(0)
    bare.goto(bees + "tools/")
    expect(bare.get_by_text("needs JavaScript")).to_be_visible()
    expect(bare.locator(".feedback-part").get_by_role("link", name="My bee diary")).to_be_visible()
    context.close()


def learn(page: Page, bees: str) -> None:
    """Do something of each kind that a trainer may see, and write what nobody else may."""
    page.goto(bees + "modules/m1-bees/bee-diary/")
    page.get_by_role("button", name="I have done this").click()
    page.get_by_label("What I saw").fill("SECRET of a neighbour")
    page.get_by_label("What I saw").blur()
    page.goto(bees + "my-learning/")
    page.wait_for_selector(".hours-done")
    page.locator(".rate summary").click()
    for select in page.locator(".rate select").all():
        select.select_option(index=2)


@pytest.fixture(scope="module")
def handed_in(browser: Browser, bees: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What a trainee saves on the course's own pages."""
    folder = tmp_path_factory.mktemp("handed-in")
    context = browser.new_context()
    page = context.new_page()
    answer(page, bees)
    survey = download(page, "Save my answers as a file", folder, FORM)
    learn(page, bees)
    page.get_by_label("Your name, or a sign").fill("Anna")
    trainers = download(page, "Export for my trainer", folder)
    everything = download(page, "Export my data to a file", folder)
    assert "Anna" not in json.dumps(kept(page))
    context.close()
    return {"survey": survey, "trainers": trainers, "everything": everything}


def test_an_export_for_the_trainer_has_no_texts(handed_in: dict[str, Path]) -> None:
    everything, trainers = (handed_in[name].read_text("utf-8") for name in ("everything", "trainers"))
    assert all(text in everything for text in ("SECRET", "Honey", "draft/", "survey/"))
    for text in ("SECRET", "Honey", "draft/", "survey/", '"at"'):
        assert text not in trainers
    file = json.loads(trainers)
    assert file["name"] == "Anna"
    assert {key.split("/")[0] for key in file["entries"]} == {"done", "rating", "person"}
    assert handed_in["trainers"].name != handed_in["everything"].name


def rows_of(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_many_files_are_added_up_and_nothing_is_kept_or_sent(
    page: Page, bees: str, handed_in: dict[str, Path], tmp_path: Path
) -> None:
    damaged = tmp_path / "cut.json"
    damaged.write_text(handed_in["survey"].read_text("utf-8")[:-30], encoding="utf-8")
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear trainer", encoding="utf-8")
    page.goto(bees + "tools/", wait_until="networkidle")
    asked: list[str] = []
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    files = [*handed_in.values(), damaged, letter]
    page.get_by_label("Choose files, or drop them on this page").set_input_files(files)

    tool = page.locator(".collect-part")
    expect(tool.get_by_role("status")).to_have_text("Files that count: 2. Skipped: 3.")
    expect(tool.get_by_role("status")).to_be_focused()
    skipped = tool.locator(".collect-skipped li")
    expect(skipped).to_have_count(3)
    expect(skipped.filter(has_text="cut.json")).to_contain_text("the file is damaged")
    expect(skipped.filter(has_text="letter.txt")).to_contain_text("not a file of this course")
    expect(skipped.filter(has_text="bees-")).to_contain_text("newer file of the same person")
    assert "SECRET" not in page.content()

    hours = tool.get_by_role("region", name="Hours by setting")
    expect(hours.get_by_role("row").last).to_contain_text("3 h")
    expect(hours.get_by_role("row").nth(1)).to_contain_text("10 min")
    expect(tool.get_by_role("img", name="Competencies, before and after: The group")).to_be_visible()
    expect(
        tool.get_by_role("region", name="Homework marked as done").get_by_role("row").nth(1)
    ).to_contain_text("done")
    link = tool.get_by_role("link", name="My bee diary").first
    assert page.request.get(str(link.evaluate("link => link.href"))).ok

    expect(tool.get_by_role("heading", name="Before the first evening")).to_be_visible()
    expect(tool.locator(".collect-warning")).to_contain_text("Fewer than 5 people have answered.")
    scale = tool.get_by_role("region", name="How many chose each number (1 = not at all, 5 = very)")
    expect(scale.get_by_role("row").nth(1)).to_have_text("How calm are you near bees?0010013")
    texts = rows_of(download(page, "Save as CSV: Before the first evening: Answers in words", tmp_path))
    assert texts == [
        ["Question", "Answer", "Words"],
        ["When would you like to begin?", "Summer", "It is warm."],
        ["What do you hope for?", "", "Honey.\nAnd =1+1 friends."],
    ]
    means = rows_of(download(page, "Save as CSV: Means of the group", tmp_path))
    assert means[0] == ["Competency", "Before", "After", "People"]
    assert means[1][1:] == ["2", "", "1"]

    assert said == []
    assert [url for url in asked if not url.startswith("blob:")] == []
    assert [name for name in kept(page) if not name.startswith("course:theme")] == []
    assert page.evaluate("sessionStorage.length") == 0
    tool.get_by_role("button", name="Forget all files").press("Enter")
    expect(tool.get_by_role("heading")).to_have_count(0)
    expect(tool.get_by_label("Choose files")).to_be_focused()


def test_files_can_be_dropped_anywhere_on_the_page(page: Page, bees: str, handed_in: dict[str, Path]) -> None:
    page.goto(bees + "tools/", wait_until="networkidle")
    page.evaluate(
        """text => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], "dropped.json"));
          document.querySelector("h1").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
        }""",
        handed_in["survey"].read_text("utf-8"),
    )
    expect(page.locator(".collect-status")).to_have_text("Files that count: 1. Skipped: 0.")


def write_feedback(page: Page, bees: str) -> None:
    page.goto(bees + "tools/")
    page.get_by_label("Task").select_option("My bee diary")
    group = page.get_by_role("group", name="Somebody else could picture it.")
    group.get_by_role("radio", name="Partly there").check()
    group.get_by_label("Comment").fill("The weather, yes.\nThe bees, less.")
    page.get_by_label("A strong point").fill("You sat still <long>.")
    page.get_by_label("A next step").fill("Count for a minute.")


def test_feedback_becomes_a_file_and_lasts_as_long_as_the_tab(page: Page, bees: str, tmp_path: Path) -> None:
    write_feedback(page, bees)
    page.reload()
    page.get_by_label("Task").select_option("My bee diary")
    part = page.locator(".feedback-part")
    expect(part.get_by_role("radio", name="Partly there")).to_be_checked()
    part.get_by_label("The trainee’s name").fill("Anna")

    path = saved(page, part, "Word", tmp_path)
    assert path.name.startswith("feedback-bee-diary-")
    title, lines, tables = of_docx(path)
    assert title == "Feedback: My bee diary"
    assert ("Title", title) in lines
    assert any(text.startswith("Name: Anna. Date: ") for _, text in lines)
    assert ("Normal", "You sat still <long>.") in lines
    assert [text for style, text in lines if style.startswith("Heading")] == [
        "A strong point, and where you saw it",
        "What the feedback looks at",
        "A next step",
    ]
    assert tables == [
        [
            ["Criterion", "Judgement", "Comment"],
            ["Somebody else could picture it.", "Partly there", "The weather, yes.\nThe bees, less."],
        ]
    ]
    other, open_lines, count = of_odt(saved(page, part, "OpenDocument", tmp_path))
    assert (other, count) == (title, 1)
    assert ("Normal", "Count for a minute.") in open_lines

    assert not any("feedback" in name for name in kept(page))
    assert "Anna" not in page.evaluate("JSON.stringify({ ...sessionStorage })")
    fresh = page.context.new_page()
    fresh.goto(bees + "tools/")
    fresh.get_by_label("Task").select_option("My bee diary")
    expect(fresh.get_by_label("A strong point")).to_have_value("")
    part.get_by_role("button", name="Erase this sheet").press("Enter")
    part.get_by_role("button", name="Yes, erase it").press("Enter")
    expect(part.get_by_label("A strong point")).to_have_value("")
    assert page.evaluate("sessionStorage.length") == 0


def test_the_tools_are_accessible(page: Page, bees: str, handed_in: dict[str, Path]) -> None:
    def look(what: str) -> None:
        for width, scheme in ((1280, "light"), (320, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert violations(page) == [], f"{what} {width}"
            assert page.evaluate("document.documentElement.scrollWidth") <= width, what

    answer(page, bees)
    page.locator(FORM).get_by_role("button", name="Erase my answers").click()
    look("survey")
    write_feedback(page, bees)
    page.get_by_label("Choose files").set_input_files(list(handed_in.values()))
    expect(page.locator(".collect-skipped")).to_be_visible()
    page.locator(".collect-part summary").click()
    look("tools")

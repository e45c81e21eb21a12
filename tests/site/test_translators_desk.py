"""What readers and translators are told about translations, by a build of a course with pieces in every standing."""

import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import polib
import pytest
from click.testing import CliRunner
from jsonschema import validate
from playwright.sync_api import Page

from coursesite.__main__ import main
from coursesite.flow import look_at
from coursesite.model.translation import STANDINGS
from coursesite.translating.desk import sheet
from tests.browser.test_accessibility import violations
from tests.site.building import Built, BuiltPage, built, copy_tiny, words_of

BEES = "modules/m1-bees"
LIFE = f"{BEES}/life-of-a-colony.md"
DIARY = f"{BEES}/bee-diary.md"
SHEET = f"{BEES}/trainer/run-sheet.md"
NOTICE = "//article//div[contains(@class, 'notice-{}')]"
SECTION = "//*[@class='section-changed']"
HOST = "https://github.com/bees/course/"

COUNTS = {
    "at_last_sync": {"type": "integer", "minimum": 0, "maximum": 100},
    "today": {"type": "integer", "minimum": 0, "maximum": 100},
    "reviewed": {"type": "integer", "minimum": 0, "maximum": 100},
    "segments": {
        "type": "object",
        "propertyNames": {"enum": list(STANDINGS)},
        "additionalProperties": {"type": "integer", "minimum": 1},
    },
    "words": {"type": "object", "propertyNames": {"enum": list(STANDINGS)}},
}
TO_DO = {
    "type": "object",
    "required": ["segment", "status"],
    "additionalProperties": False,
    "properties": {
        "segment": {"type": "string"},
        "status": {"enum": ["missing", "outdated", "orphaned"]},
        "line": {"type": "integer", "minimum": 1},
        "translation_line": {"type": "integer", "minimum": 1},
        "date": {"type": "string", "format": "date"},
        "reviewer": {"type": "string"},
        "change": {
            "type": "array",
            "items": {
                "type": "object",
                "propertyNames": {"enum": ["same", "gone", "new"]},
                "maxProperties": 1,
            },
        },
        "target": {"type": "string"},
    },
}
SCHEMA = {
    "type": "object",
    "required": ["format", "course", "language", "parts", "files", *COUNTS],
    "properties": {
        **COUNTS,
        "format": {"const": 1},
        "parts": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["part", "exchange", "minutes", *COUNTS],
                "additionalProperties": False,
                "properties": {
                    **COUNTS, "part": {"type": "string"}, "exchange": {"type": "string"}, "minutes": {"type": "object"},
                },
            },
        },
        "files": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["path", "translation", "part", "begun", "to_do", *COUNTS],
                "additionalProperties": False,
                "properties": {
                    **COUNTS, "path": {"type": "string"}, "translation": {"type": "string"}, "part": {"type": "string"},
                    "begun": {"type": "boolean"}, "to_do": {"type": "array", "items": TO_DO},
                },
            },
        },
    },
}  # fmt: skip


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file} has {text.count(old)} times: {old}"
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The tiny course with German pieces of every standing, built."""
    course = copy_tiny(tmp_path_factory.mktemp("desk") / "course")

    def run(command: str, *words: str) -> None:
        done = CliRunner().invoke(
            main, ["translate", command, "--root", str(course), "--language", "de", *words]
        )
        assert done.exit_code == 0, done.output

    (course / SHEET.replace(".md", ".de.md")).write_text(
        "# Ablauf: Bienen { #run-sheet }\n\nZuerst die Stühle. Die [Folien](slides.md) kommen am Abend, und "
        "[am Flugloch](../flight-hole.md) braucht es trockenes Wetter.\n",
        encoding="utf-8",
    )
    index = f"{BEES}/index.md"
    run("sync", "--origin", "machine", LIFE, index, f"{BEES}/module.yml", SHEET, "modules/pictures.yml")
    run("stamp", "--by", "Ada Keeper", f"{LIFE}#castes", f"{LIFE}#_", f"{index}#why", f"{index}#_")
    for path in (DIARY, f"{BEES}/module.yml"):
        keys = [pair.key for pair in sheet(course, path, "de").pairs if pair.source and pair.target]
        mine = [key for key in keys if path == DIARY or key.startswith("activities.bee-diary.")]
        run("stamp", "--by", "Ada Keeper", *(f"{path}#{key}" for key in mine))
    change(course / LIFE, "She lays the eggs and", "She lays all the eggs and")
    change(course / SHEET, "Chairs first.", "Tables first.")
    folder = course.with_name("site")
    return Built(
        built(course, folder, "https://bees.example/some/course/", EDIT_URL=f"{HOST}edit/main/"),
        "https://bees.example/some/course/",
        course,
    )


def status(desk: Built, language: str = "de") -> dict[str, Any]:
    path = f"{desk.home(language)}translators-desk/status.json"
    data = json.loads((desk.folder / path).read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def test_a_page_is_changed_in_its_own_language_only(desk: Built) -> None:
    edit = f"//footer//a[starts-with(@href, '{HOST}edit/')]/@href"
    assert desk.page(address_of_life(desk), "de").root.xpath(edit) == [f"{HOST}edit/main/{LIFE[:-3]}.de.md"]
    assert desk.page(address_of_life(desk)).root.xpath(edit) == [f"{HOST}edit/main/{LIFE}"]
    assert not any(page.root.xpath(edit) for page in desk.fallbacks), "they show the original"


def address_of_life(desk: Built) -> str:
    return next(page.address for page in desk.pages if page.document and page.document.path == LIFE)


def kinds(page: BuiltPage) -> list[str]:
    return [
        str(one.get("class")).split()[1].removeprefix("notice-")
        for one in page.all("//article//div[@role='note']")
    ]


class TestReaders:
    def test_outdated_sections_are_named_and_marked_in_place(self, desk: Built) -> None:
        page = desk.page(LIFE.removesuffix(".md"), "de")
        box = page.one(NOTICE.format("outdated"))
        assert words_of(box).startswith(
            "The original has changed These sections of the original changed after they were translated: Drei Kasten"
        )
        assert "A machine translated parts of this page." in words_of(box)
        [link, original] = box.xpath(".//a")
        assert link.get("href") == "#castes"
        assert page.leads_to(original.get("href")) == f"{LIFE.removesuffix('.md')}/"
        [mark] = page.all(SECTION)
        assert mark.xpath("preceding::*[self::h2][1]/@id") == ["castes"]
        assert "after it was translated on " in words_of(mark)
        assert mark.xpath(".//a/@href")[0].endswith("/life-of-a-colony/#castes")
        assert kinds(page) == ["outdated"]

    def test_the_search_does_not_find_what_is_said_about_a_page(self, desk: Built) -> None:
        index = (desk.folder / "de" / "search" / "search.json").read_text(encoding="utf-8")
        assert "Drei Kasten" in index
        assert "changed after" not in index

    def test_a_page_whose_pieces_are_all_reviewed_says_nothing(self, desk: Built) -> None:
        assert kinds(desk.page(DIARY.removesuffix(".md"), "de")) == []

    def test_a_page_that_shows_drafts_of_other_files_says_so(self, desk: Built) -> None:
        """The module's page shows all words of the module's file, most of which are a machine's."""
        box = desk.page(BEES, "de").one(NOTICE.format("unreviewed"))
        assert "A machine translated parts of this page." in words_of(box)

    def test_what_a_page_shows_from_other_files_counts(self, desk: Built) -> None:
        """The home page is a draft, and shows hours and modules of which some are not translated."""
        box = words_of(desk.page("", "de").one("//article//div[@role='note']"))
        assert "Some of this page is not translated yet" in box

    def test_quiz_pages_say_how_they_stand(self, desk: Built) -> None:
        quiz = desk.page("modules/m2-hive/hive-quiz", "de")
        assert words_of(quiz.one(NOTICE.format("not-translated"))).startswith("Translated in part")
        assert kinds(desk.page("modules/m2-hive/first-season", "de")) == ["not-translated"]
        assert kinds(desk.page("modules/m2-hive/first-season")) == []

    def test_at_most_one_box_is_about_the_translation(self, desk: Built) -> None:
        about = {"outdated", "unreviewed", "not-translated"}
        for page in desk.pages:
            boxes = [kind for kind in kinds(page) if kind in about]
            assert len(boxes) <= (0 if page.language == "en" else 1), page.path
            if page.language != "en" and page.document:
                assert boxes or "trainer" not in kinds(page), page.path


class TestDesk:
    def test_it_shows_what_changed_word_by_word(self, desk: Built) -> None:
        page = desk.page("translators-desk", "de")
        [file] = [
            one for one in page.all("//details") if words_of(one).startswith(LIFE.replace(".md", ".de.md"))
        ]
        [entry] = file.xpath(".//li")
        assert [words_of(one) for one in entry.xpath(".//ins")] == ["all"]
        assert "The original changed after Ada Keeper reviewed the translation." in words_of(entry)
        assert "Ein [Volk](term:colony) hat eine Königin." in words_of(entry)
        assert entry.xpath(".//a/@href") == [
            f"{HOST}blob/main/{LIFE}?plain=1#L9",
            f"{HOST}blob/main/{LIFE.replace('.md', '.de.md')}?plain=1#L9",
        ]
        assert f"{HOST}edit/main/{LIFE.replace('.md', '.de.md')}" in file.xpath(".//a/@href")

    def test_trainers_words_stay_with_trainers(self, desk: Built) -> None:
        """The desk is no trainers' page, and neither is its JSON."""
        for file in ("index.html", "status.json"):
            text = (desk.folder / "de" / "translators-desk" / file).read_text(encoding="utf-8")
            assert "run-sheet.de.md" in text
            assert "Tables" not in text
            assert "Zuerst die Stühle" not in text

    def test_figures_add_up(self, desk: Built) -> None:
        data = status(desk)
        validate(data, SCHEMA)
        for name in ("segments", "words"):
            for standing in STANDINGS:
                whole = data[name].get(standing, 0)
                assert whole == sum(one[name].get(standing, 0) for one in data["parts"])
                assert whole == sum(one[name].get(standing, 0) for one in data["files"])
        assert {"missing", "machine draft", "draft", "reviewed", "outdated"} <= set(data["segments"])
        minutes = {one["part"]: sum(one["minutes"].values()) for one in data["parts"]}
        for module in desk.course.modules:
            assert minutes[module.id] == desk.course.minutes(module)
        [life] = [one for one in data["files"] if one["path"] == LIFE]
        assert [one["status"] for one in life["to_do"]] == ["outdated"]
        assert {"new": "all"} in life["to_do"][0]["change"]

    def test_files_to_take_away_are_there_and_are_read(self, desk: Built) -> None:
        page = desk.page("translators-desk", "de")
        links = [page.leads_to(str(link.get("href"))) for link in page.all("//a[@download]")]
        assert links == [one["exchange"] for one in status(desk)["parts"]]
        assert all("trainer" in link for link in links)
        po = polib.pofile(str(desk.folder / "de" / "trainer" / "exchange" / "m1-bees.po"))
        units = {unit.msgctxt: unit for unit in po}
        assert units[f"{LIFE}#castes/1"].fuzzy
        assert units[f"{BEES}/index.md#why/0"].msgstr == "Warum das wichtig ist"

    def test_in_the_source_language_it_leads_to_all_desks(self, desk: Built) -> None:
        page = desk.page("translators-desk")
        links = [page.leads_to(str(link.get("href"))) for link in page.all("//table//a[@href]")]
        assert links == ["de/", "de/translators-desk/"]
        [language] = status(desk, "en")["languages"]
        assert (desk.folder / language["status"]).is_file()
        assert language["today"] == status(desk)["today"]

    def test_it_is_in_no_search_and_no_site_map(self, desk: Built) -> None:
        assert "translators-desk" not in (desk.folder / "de" / "search" / "search.json").read_text(
            encoding="utf-8"
        )
        assert "translators-desk" not in (desk.folder / "sitemap.xml").read_text(encoding="utf-8")

    def test_the_languages_page_counts_words(self, desk: Built) -> None:
        row = words_of(desk.page("languages").one("//tbody/tr"))
        assert row.startswith(f"Deutsch{status(desk)['today']}% ")
        assert "Translator’s desk" in row


def test_a_course_without_ledgers_or_edit_address_has_a_desk(tiny: Built) -> None:
    assert not (tiny.source / "translations").exists()
    page = tiny.page("translators-desk", "de")
    assert page.all("//ins") == []
    assert [link for link in page.all("//article//a[@href]") if "github" in str(link.get("href"))] == []
    assert kinds(tiny.page(LIFE.removesuffix(".md"), "de")) == ["unreviewed"]


def test_a_ledger_that_cannot_be_read_is_a_problem(tmp_path: Path, tiny: Built) -> None:
    for folder in ("docs", "modules", "quizzes"):
        shutil.copytree(tiny.source / folder, tmp_path / folder)
    for name in ("a.md", "b.md"):
        ledger = tmp_path / "translations" / "de" / "docs" / f"{name}.json"
        ledger.parent.mkdir(parents=True, exist_ok=True)
        ledger.write_text("<<<<<<< HEAD", encoding="utf-8")
    found = [problem for problem in look_at(tmp_path).errors if problem.code == "ledger"]
    assert [problem.path for problem in found] == [f"translations/de/docs/{name}.md.json" for name in "ab"]


@pytest.fixture
def address(desk: Built) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the parent's name for it)
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(desk.folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_everyone_can_use_them(page: Page, address: str) -> None:
    """axe finds nothing, and nothing is wider than a small screen."""
    for path in (
        "de/translators-desk/",
        "translators-desk/",
        f"de/{LIFE.removesuffix('.md')}/",
        "languages/",
    ):
        page.goto(address + path, wait_until="networkidle")
        for width, scheme in ((1280, "light"), (320, "dark")):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.evaluate("document.querySelectorAll('.desk details').forEach(one => { one.open = true })")
            assert violations(page) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path

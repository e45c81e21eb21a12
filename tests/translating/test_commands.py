"""The commands do what a national team needs, and nothing behind its back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from coursesite.flow import look_at
from coursesite.translating.desk import Sheet

Run = Callable[..., tuple[int, str]]

INDEX = "modules/m1-bees/index.md"
GERMAN = "modules/m1-bees/index.de.md"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def files(course: Path) -> dict[str, bytes]:
    return {
        path.relative_to(course).as_posix(): path.read_bytes() for path in course.rglob("*") if path.is_file()
    }


def test_status_counts_by_module(run: Run) -> None:
    code, said = run("translate", "status")
    assert code == 0
    rows = {line.split()[0]: line for line in said.splitlines() if line.strip()}
    assert {"course", "docs", "m1-bees", "m2-hive", "whole"} <= set(rows)
    assert rows["whole"].endswith("%")


def test_segments_are_shown_with_their_names(run: Run) -> None:
    code, said = run("translate", "status", "--segments", GERMAN)
    assert code == 0
    assert f"{INDEX}#why/0  draft  Warum das wichtig ist" in said


def test_the_life_of_a_translation(run: Run, course: Path) -> None:
    assert run("translate", "sync", "--origin", "machine", INDEX) == (0, "5 segments recorded\n")
    assert "why/1  machine draft" in run("translate", "status", "--segments", INDEX)[1]
    assert (
        run("translate", "stamp", "--by", "Ada", f"{INDEX}#why")[1]
        == "2 segments stamped as reviewed by Ada\n"
    )
    assert "why/1  reviewed" in run("translate", "status", "--segments", INDEX)[1]
    change(course / INDEX, "warmth and time", "warmth and much time")
    code, said = run("translate", "diff", INDEX)
    assert code == 0
    assert (
        f"{GERMAN}:5: why/1: the source changed ({INDEX}:5) since this was translated, reviewed by Ada"
        in said
    )
    assert "the bees lose warmth and {+much+} time." in said
    assert run("translate", "sync", "--origin", "person", INDEX)[1] == "0 segments recorded\n"
    code, said = run("translate", "sync", "--origin", "person", f"{INDEX}#why/1")
    assert (code, "the source changed, but the translation did not" in said) == (1, True)
    change(course / GERMAN, "Wärme und Zeit", "Wärme und viel Zeit")
    assert "why/1  outdated" in run("translate", "status", "--segments", INDEX)[1]
    assert run("translate", "sync", "--origin", "person", f"{INDEX}#why/1") == (0, "1 segment recorded\n")
    assert "why/1  draft" in run("translate", "status", "--segments", INDEX)[1]


def test_the_line_in_a_difference_is_the_translations(run: Run, course: Path) -> None:
    run("translate", "sync", "--origin", "machine", INDEX)
    change(course / INDEX, "## Why it matters", "Something quite new is said here.\n\n## Why it matters")
    said = run("translate", "diff", INDEX)[1]
    assert f"{GERMAN}:1: _/2: a paragraph without translation ({INDEX}:3)" in said
    assert "do: put its translation after this line" in said


@pytest.mark.parametrize(
    "words",
    [
        (INDEX,),
        (f"{INDEX}#",),
        (f"{INDEX}#nothing",),
        ("modules/none.md#why/1",),
        ("modules/m2-hive/index.md#why/1",),
    ],
)
def test_nothing_is_stamped_without_its_name(run: Run, course: Path, words: tuple[str, ...]) -> None:
    before = files(course)
    assert run("translate", "stamp", "--by", "Ada", *words)[0] == 1
    assert files(course) == before


def test_nothing_is_stamped_without_a_reviewer_or_if_it_breaks_a_link(run: Run, course: Path) -> None:
    before = files(course)
    assert run("translate", "stamp", "--by", " ", f"{INDEX}#why/1")[0] == 1
    code, said = run("translate", "stamp", "--by", "Ada", "modules/m1-bees/life-of-a-colony.md#look-it-up/1")
    assert (code, "the link `../m2-hive/inside-a-hive.md` is missing" in said) == (1, True)
    assert files(course) == before


@pytest.mark.parametrize(
    "path",
    [
        "modules/m2-hive/index.md",
        "modules/m2-hive/module.yml",
        "modules/toolkit.yml",
        "modules/competencies.yml",
    ],
)
def test_a_started_file_fits_and_is_not_overwritten(
    run: Run, course: Path, path: str, open_sheet: Callable[[str], Sheet]
) -> None:
    if open_sheet(path).target is not None:
        (course / open_sheet(path).neighbour).unlink()
    assert run("translate", "start", path)[0] == 0
    found = look_at(course)
    assert found.errors == ()
    sheet = open_sheet(path)
    assert sheet.target is not None
    assert [s.key for s in sheet.target.segments] == [s.key for s in sheet.source.segments]
    assert {pair.status for pair in sheet.pairs} <= {"missing", "draft"}
    before = files(course)
    code, said = run("translate", "start", path)
    assert (code, "exists already" in said) == (1, True)
    assert files(course) == before


def test_check_finds_what_breaks_and_what_is_not_translated(run: Run, course: Path) -> None:
    run("translate", "start", "modules/m2-hive/index.md")
    assert "it is the source's text once more" in run("translate", "check", "modules/m2-hive/index.md")[1]
    assert run("translate", "check", INDEX) == (0, "0 errors, 0 warnings\n")
    change(course / GERMAN, "(term:colony)", "(term:brood)")
    change(course / GERMAN, "Jedes Öffnen", "- Jedes Öffnen")
    code, said = run("translate", "check", INDEX)
    assert code == 1
    assert f"{GERMAN}:1: translation-differs: _/1: the link `term:colony` is missing" in said
    assert (
        f"{GERMAN}:5: translation-shape: warning: an entry of a list in the section `why` stands here" in said
    )


def test_check_says_what_keeps_a_translation_from_being_read(run: Run, course: Path) -> None:
    change(course / GERMAN, "{ #why }", "")
    change(course / "modules/m1-bees/module.de.yml", "title: ", "title: Bienen: ")
    code, said = run("translate", "check")
    assert code == 1
    assert f"{GERMAN}:3: translation-heading: " in said or f"{GERMAN}:3: heading-" in said
    assert "modules/m1-bees/module.de.yml:1: yaml-syntax: " in said
    (course / GERMAN).write_bytes("Über Bienen\n\nund Blüten".encode("latin-1"))
    for command in ("status", "check", "diff"):
        assert run("translate", command) == (
            1,
            f"{GERMAN}:1: this is not UTF-8 text. Open the file in your editor and save it again with the encoding UTF-8.\n",
        )


def test_an_unknown_language_and_a_broken_ledger_are_named(run: Run, course: Path) -> None:
    run("translate", "sync", "--origin", "machine", INDEX)
    ledger = course / "translations" / "de" / f"{INDEX}.json"
    assert json.loads(ledger.read_text(encoding="utf-8"))["segments"]["why/0"]["origin"] == "machine"
    assert look_at(course).errors == ()
    ledger.write_text("{", encoding="utf-8")
    code, said = run("translate", "status")
    assert (code, f"translations/de/{INDEX}.json can't be read" in said) == (1, True)
    code, said = run("translate", "status", "--language", "xx")
    assert (code, "xx is none of the languages" in said) == (1, True)

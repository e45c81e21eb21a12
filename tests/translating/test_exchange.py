"""PO files out and in again: unchanged they change nothing, and what would break something stays out."""

from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from coursesite.flow import look_at
from coursesite.translating.desk import Sheet

Run = Callable[..., tuple[int, str]]
Open = Callable[[str], Sheet]

INDEX = "modules/m1-bees/index.md"
HIVE = "modules/m2-hive/index.md"


def files(course: Path) -> dict[str, bytes]:
    return {
        path.relative_to(course).as_posix(): path.read_bytes() for path in course.rglob("*") if path.is_file()
    }


class Exchange:
    """PO files that were exported, and hands that change them."""

    def __init__(self, run: Run, folder: Path) -> None:
        self.run, self.folder = run, folder
        assert run("export", "--out", str(folder))[0] == 0

    def set(self, context: str, words: str, fuzzy: bool = False) -> None:
        for file in self.folder.glob("*.po"):
            po = polib.pofile(str(file))
            for unit in po:
                if unit.msgctxt == context:
                    unit.msgstr, unit.flags = words, ["fuzzy"] if fuzzy else []
                    po.save()
                    return
        raise AssertionError(context)

    def take(self) -> tuple[int, str]:
        return self.run("import", str(self.folder))


@pytest.fixture
def exchange(run: Run, tmp_path: Path) -> Exchange:
    run("translate", "sync", "--origin", "machine")
    return Exchange(run, tmp_path / "po")


def test_unchanged_changes_nothing(exchange: Exchange, course: Path) -> None:
    before = files(course)
    assert exchange.take() == (0, "0 translations taken, 0 messages\n")
    assert files(course) == before


def test_unchanged_without_a_ledger_changes_nothing(run: Run, course: Path, tmp_path: Path) -> None:
    before = files(course)
    Exchange(run, tmp_path / "po").take()
    assert files(course) == before


def test_exporting_twice_gives_the_same_bytes(exchange: Exchange, run: Run, tmp_path: Path) -> None:
    run("export", "--out", str(tmp_path / "again"))
    assert files(tmp_path / "again") == files(exchange.folder)
    run("export", "--out", str(tmp_path / "one"), "--module", "m1-bees")
    assert list(files(tmp_path / "one")) == ["m1-bees.po"]


def test_a_translation_reaches_page_and_ledger_and_nothing_else(exchange: Exchange, open_sheet: Open) -> None:
    before = open_sheet(INDEX)
    assert before.target is not None
    exchange.set(f"{INDEX}#why/1", "Jedes Öffnen kostet Wärme.")
    assert exchange.take()[0] == 0
    after = open_sheet(INDEX)
    assert after.target is not None
    old = next(s for s in before.target.segments if s.key == "why/1")
    assert after.target.text == before.target.text.replace(old.text, "Jedes Öffnen kostet Wärme.")
    pair = next(pair for pair in after.pairs if pair.key == "why/1")
    assert (pair.status, pair.entry and pair.entry.origin) == ("draft", "imported")
    assert {pair.status for pair in after.pairs} == {"machine draft", "draft"}


def test_a_machines_draft_that_a_person_lets_stand_is_a_draft(exchange: Exchange, open_sheet: Open) -> None:
    exchange.set(f"{INDEX}#why/0", "Warum das wichtig ist")
    assert exchange.take()[1].endswith("1 translations taken, 0 messages\n")
    assert next(pair for pair in open_sheet(INDEX).pairs if pair.key == "why/0").status == "draft"


@pytest.mark.parametrize(("words", "fuzzy"), [("Ganz anders.", True), ("", False), ("  ", False)])
def test_fuzzy_and_empty_units_are_never_taken(
    exchange: Exchange, course: Path, words: str, fuzzy: bool
) -> None:
    before = files(course)
    exchange.set(f"{INDEX}#why/1", words, fuzzy)
    assert exchange.take()[0] == 0
    assert files(course) == before


def test_a_unit_whose_source_moved_is_reported(exchange: Exchange, course: Path) -> None:
    text = (course / INDEX).read_text(encoding="utf-8")
    (course / INDEX).write_text(text.replace("warmth and time", "warmth"), encoding="utf-8")
    before = files(course)
    exchange.set(f"{INDEX}#why/1", "Jedes Öffnen kostet Wärme.")
    code, said = exchange.take()
    assert (code, f"{INDEX}#why/1: not taken: the source changed since the export" in said) == (1, True)
    assert files(course) == before


def test_newer_work_is_not_written_over(exchange: Exchange, course: Path) -> None:
    file = course / "modules" / "m1-bees" / "index.de.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace("Jedes Öffnen", "Jedes neue Öffnen"), encoding="utf-8"
    )
    before = files(course)
    exchange.set(f"{INDEX}#why/1", "Jedes Öffnen kostet Wärme.")
    assert "the translation in the course changed since the export" in exchange.take()[1]
    assert files(course) == before


@pytest.mark.parametrize(
    ("key", "words", "says"),
    [
        ("_/1", "Ein Volk ohne Verweis.", "the link `term:colony` is missing"),
        ("why/0", "Warum { #warum }", "the attribute list `{ #warum }` does not stand in the source"),
        ("why/0", "Zwei\nZeilen", "it has several lines"),
        ("why/1", "Oben\n\nUnten", "it has an empty line"),
        ("why/1", "# Keine Überschrift", "its signs would be read as something else"),
        ("why/1", "- Kein Punkt", "its signs would be read as something else"),
        ("why/1", "Oben\n- Punkt", "its signs would be read as something else"),
        ("why/1", "<!-- hours -->", "does not stand in the source"),
        ("why/1", "```", "its signs would be read as something else"),
    ],
)
def test_what_breaks_the_page_is_refused_with_its_place(
    exchange: Exchange, course: Path, key: str, words: str, says: str
) -> None:
    before = files(course)
    exchange.set(f"{INDEX}#{key}", words)
    code, said = exchange.take()
    assert code == 1
    assert f"{INDEX}#{key}: not taken: " in said
    assert says in said
    assert said.startswith("m1-bees.po:")
    assert files(course) == before


def test_words_of_data_find_their_place(exchange: Exchange, course: Path, open_sheet: Open) -> None:
    exchange.set("modules/glossary.yml#terms.smoker.term", "Smoker: das Gerät")
    exchange.set("modules/glossary.yml#terms.colony.term", "Bienenvolk")
    exchange.set("modules/m2-hive/module.yml#title", "Der Stock")
    assert exchange.take()[1].endswith("3 translations taken, 0 messages\n")
    assert look_at(course).errors == ()
    words = {pair.key: pair.target.text for pair in open_sheet("modules/glossary.yml").pairs if pair.target}
    assert words["terms.smoker.term"] == "Smoker: das Gerät"
    assert words["terms.colony.term"] == "Bienenvolk"
    assert words["terms.brood.term"] == "Brut"
    assert (course / "modules/m2-hive/module.de.yml").read_text(encoding="utf-8") == "title: Der Stock\n"


def test_a_new_page_is_made_when_all_of_it_is_translated(
    exchange: Exchange, course: Path, open_sheet: Open
) -> None:
    pairs = open_sheet(HIVE).pairs
    for pair in pairs:
        assert pair.source is not None
        exchange.set(f"{HIVE}#{pair.key}", f"DE {pair.source.text}")
    exchange.set(f"{HIVE}#{pairs[-1].key}", "")
    code, said = exchange.take()
    assert (code, f"1 of its {len(pairs)} segments are not translated" in said) == (1, True)
    assert not (course / "modules/m2-hive/index.de.md").exists()
    assert pairs[-1].source is not None
    exchange.set(f"{HIVE}#{pairs[-1].key}", f"DE {pairs[-1].source.text}")
    assert exchange.take()[0] == 0
    assert {pair.status for pair in open_sheet(HIVE).pairs} == {"draft"}
    assert look_at(course).errors == ()


def test_a_new_paragraph_finds_its_place(run: Run, course: Path, tmp_path: Path, open_sheet: Open) -> None:
    run("translate", "sync", "--origin", "person")
    text = (course / INDEX).read_text(encoding="utf-8")
    (course / INDEX).write_text(
        text.replace("\n## What", "\n- One thing that is new\n\n## What"), encoding="utf-8"
    )
    exchange = Exchange(run, tmp_path / "po")
    exchange.set(f"{INDEX}#why/2", "Etwas, das neu ist\nund länger")
    assert exchange.take()[0] == 0
    target = (course / "modules/m1-bees/index.de.md").read_text(encoding="utf-8")
    assert "öffnet seltener.\n\n- Etwas, das neu ist\n  und länger\n\n## Was" in target
    assert {pair.status for pair in open_sheet(INDEX).pairs} == {"draft"}


def test_what_is_no_po_file_is_reported(exchange: Exchange) -> None:
    (exchange.folder / "odd.po").write_text("no PO at all\n", encoding="utf-8")
    code, said = exchange.take()
    assert (code, "odd.po: it can't be read as a PO file" in said) == (1, True)


def test_a_file_in_another_language_is_not_taken(exchange: Exchange, run: Run, course: Path) -> None:
    assert run("export", "--out", str(exchange.folder), "--format", "xliff")[0] == 0
    before = files(course)
    for name, old, new in (
        ("docs.po", "Language: de", "Language: nl_BE"),
        ("docs.xlf", 'target-language="de"', 'target-language="nl"'),
    ):
        path = exchange.folder / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    for file in exchange.folder.glob("m?-*"):
        file.write_text(
            file.read_text(encoding="utf-8").replace("Language: de", "Language: de_AT"), encoding="utf-8"
        )
    code, said = exchange.take()
    assert code == 1
    assert said == (
        "docs.po: it is in the language `nl_BE`, not in `de`: name its own with --language\n"
        "docs.xlf: it is in the language `nl`, not in `de`: name its own with --language\n"
        "0 translations taken, 2 messages\n"
    )
    assert files(course) == before

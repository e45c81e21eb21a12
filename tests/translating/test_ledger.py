"""Statuses follow from texts and fingerprints, whatever is put in, taken out or changed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursesite.translating.ledger import BrokenLedger, Entry, ledger_path, read_ledger, write_ledger
from coursesite.translating.markdown_cut import cut_page
from coursesite.translating.pairing import Pair, paired
from coursesite.translating.segments import fingerprint

SOURCE = "Look before you open the hive.\n\n## Why { #why }\n\nBees lose warmth each time.\n\nThey lose some time as well.\n\n- Smoke\n"
TARGET = "Schau hin, bevor du öffnest.\n\n## Warum { #why }\n\nBienen verlieren jedes Mal Wärme.\n\nSie verlieren auch Zeit.\n\n- Rauch\n"
PAGE = "modules/m1-bees/index.md"


def recorded(source: str = SOURCE, target: str = TARGET) -> tuple[Entry, ...]:
    pairs = paired(cut_page(source).segments, (), cut_page(target).segments)
    return tuple(
        Entry(p.key, p.source.sort, p.source.text, fingerprint(p.target.text), "machine", None, "2031-05-28")
        for p in pairs
        if p.source and p.target
    )


def statuses(source: str, entries: tuple[Entry, ...], target: str) -> dict[str, str]:
    pairs = paired(cut_page(source).segments, entries, cut_page(target).segments)
    return {p.key: p.status for p in pairs if p.status != "machine draft"}


def test_what_a_machine_wrote_is_a_draft() -> None:
    assert statuses(SOURCE, recorded(), TARGET) == {}
    pairs = paired(cut_page(SOURCE).segments, recorded(), cut_page(TARGET).segments)
    assert {p.status for p in pairs} == {"machine draft"}
    assert [p.key for p in pairs] == ["_/1", "why/0", "why/1", "why/2", "why/3"]


def test_a_changed_source_is_outdated_and_nothing_else() -> None:
    assert statuses(SOURCE.replace("warmth", "much warmth"), recorded(), TARGET) == {"why/1": "outdated"}


def test_blanks_and_line_ends_are_no_change() -> None:
    assert statuses(SOURCE.replace("lose warmth", "lose\nwarmth"), recorded(), TARGET) == {}


def test_a_new_paragraph_is_missing_with_a_key_of_its_own() -> None:
    new = SOURCE.replace("Bees lose", "A hive is warm inside, also in winter.\n\nBees lose")
    assert statuses(new, recorded(), TARGET) == {"why/4": "missing"}
    translated = TARGET.replace("Bienen verl", "Ein Stock ist warm, auch im Winter.\n\nBienen verl")
    assert statuses(new, recorded(), translated) == {"why/4": "draft"}


def test_a_new_paragraph_beside_a_changed_one() -> None:
    new = SOURCE.replace(
        "Bees lose warmth each", "Quite another thought is here now.\n\nBees lose much warmth each"
    )
    assert statuses(new, recorded(), TARGET) == {"why/4": "missing", "why/1": "outdated"}


def test_what_the_source_took_out_is_orphaned() -> None:
    assert statuses(SOURCE.replace("They lose some time as well.\n\n", ""), recorded(), TARGET) == {
        "why/2": "orphaned"
    }


def test_what_a_person_changed_is_a_draft() -> None:
    assert statuses(SOURCE, recorded(), TARGET.replace(" auch", " ebenfalls")) == {"why/2": "draft"}


def test_a_reviewed_segment_is_reviewed_until_a_word_changes() -> None:
    entries = tuple(replace(entry, reviewer="Ada") for entry in recorded())
    assert set(statuses(SOURCE, entries, TARGET).values()) == {"reviewed"}
    assert statuses(SOURCE, entries, TARGET.replace(" auch", " ebenfalls"))["why/2"] == "draft"
    assert statuses(SOURCE.replace("some", "much"), entries, TARGET)["why/2"] == "outdated"


def test_the_source_once_more_is_missing_unless_reviewed() -> None:
    page = "Four words stand here.\n\nQuiz\n"
    assert statuses(page, (), page) == {"_/1": "missing", "_/2": "draft"}
    entries = tuple(replace(entry, reviewer="Ada") for entry in recorded(page, page))
    assert set(statuses(page, entries, page).values()) == {"reviewed"}


def test_without_a_ledger_everything_is_a_draft() -> None:
    assert set(statuses(SOURCE, (), TARGET).values()) == {"draft"}


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_taking_out_and_putting_in_upsets_nothing_around(data: st.DataObject) -> None:
    before = [f"Paragraph {letter * 3} is here today." for letter in "abcdefgh"]
    after = data.draw(st.lists(st.sampled_from(before), unique=True, min_size=1).map(sorted))
    at = data.draw(st.integers(0, len(after)))
    target = [text.replace("is here today", "steht heute hier") for text in before]
    entries = recorded("\n\n".join(before), "\n\n".join(target))
    after.insert(at, "Entirely new words came up.")
    pairs = paired(cut_page("\n\n".join(after)).segments, entries, cut_page("\n\n".join(target)).segments)
    assert len({pair.key for pair in pairs}) == len(pairs)
    for pair in pairs:
        if pair.source and pair.source.text in before:
            assert pair.status == "machine draft", pair
            assert pair.target is not None
            assert pair.target.text == target[before.index(pair.source.text)]


def test_a_ledger_is_read_as_it_was_written(tmp_path: Path) -> None:
    entries = (*recorded(), Entry("why/9", "item", "Not yet – é"))
    write_ledger(tmp_path, PAGE, "de", entries)
    assert read_ledger(tmp_path, PAGE, "de") == entries
    assert read_ledger(tmp_path, PAGE, "fr") == ()
    assert max(map(len, ledger_path(tmp_path, PAGE, "de").read_text(encoding="utf-8").splitlines())) < 80


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{", "<<<<<<< ours\n{"),
        ("Bees", "Wasps"),
        ('"machine"', '"guess"'),
        ('"item"', '"verse"'),
        ('"segments"', '"x"'),
    ],
)
def test_a_broken_ledger_is_refused_with_its_name(tmp_path: Path, old: str, new: str) -> None:
    write_ledger(tmp_path, PAGE, "de", recorded())
    file = ledger_path(tmp_path, PAGE, "de")
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(BrokenLedger, match=r"translations/de/modules/m1-bees/index.md.json can't be read"):
        read_ledger(tmp_path, PAGE, "de")


def test_two_people_change_different_lines(tmp_path: Path) -> None:
    """What Git merges: no line belongs to two segments."""
    write_ledger(tmp_path, PAGE, "de", recorded())
    data = json.loads(ledger_path(tmp_path, PAGE, "de").read_text(encoding="utf-8"))
    assert list(data["segments"]) == ["_/1", "why/0", "why/1", "why/2", "why/3"]
    assert all(len(values) >= 5 for values in data["segments"].values())


def test_a_pair_of_nothing_but_a_translation_is_orphaned() -> None:
    [segment] = cut_page("Text\n").segments
    assert Pair("_/1", None, None, segment).status == "orphaned"

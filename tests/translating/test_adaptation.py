"""What a national team declares is neither missing nor wrong; when its source moves, somebody is asked to look."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coursesite.translating.desk import Sheet
from coursesite.translating.exchange import po_files, taken_from
from coursesite.translating.report import figures
from coursesite.translating.standing import translations

Run = Callable[..., tuple[int, str]]
Open = Callable[[str], Sheet]

PAGE = "modules/m1-bees/life-of-a-colony.md"
GERMAN = "modules/m1-bees/life-of-a-colony.de.md"
NATIONAL = Path(__file__).parents[1] / "courses" / "national"


@pytest.fixture
def adapted(course: Path, run: Run) -> Path:
    """A page with all that a team can declare, its source as it was when they did."""
    (course / GERMAN).write_bytes((NATIONAL / GERMAN).read_bytes())
    run("translate", "sync", "--origin", "person", PAGE)
    return course


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def statuses(sheet: Sheet) -> dict[str, str]:
    return {pair.key: pair.status for pair in sheet.pairs}


@pytest.mark.usefixtures("adapted")
def test_each_segment_says_what_it_is(open_sheet: Open) -> None:
    found = statuses(open_sheet(PAGE))
    assert {key: found[key] for key in ("_/1", "castes/0", "castes/2", "look-it-up/0", "look-it-up/1")} == {
        "_/1": "draft",
        "castes/0": "adapted",
        "castes/2": "adapted",
        "look-it-up/0": "adapted",
        "look-it-up/1": "adapted",
    }
    assert found["de-club-rules/national-1"] == found["de-hygiene/national-2"] == "national"
    assert set(found.values()) == {"draft", "adapted", "national"}


@pytest.mark.usefixtures("adapted")
def test_nothing_is_missing_or_wrong(run: Run, open_sheet: Open) -> None:
    assert run("translate", "check", PAGE) == (0, "0 errors, 0 warnings\n")
    assert run("translate", "diff", PAGE)[1].startswith("0 places to look at")
    whole = figures([open_sheet(PAGE)])["whole"]
    assert (whole.today, whole.at_sync) == (100, 100)


def test_a_box_in_a_shared_section_moves_nothing_around_it(course: Path, run: Run, open_sheet: Open) -> None:
    run("translate", "sync", "--origin", "person", PAGE)
    before, said = statuses(open_sheet(PAGE)), run("translate", "check", PAGE)[1]
    change(
        course / GERMAN,
        '!!! case "Adas',
        '!!! national "Hier"\n    Mehr.\n\n    - noch mehr\n\n!!! case "Adas',
    )
    change(course / GERMAN, "sources:", 'national: {by: Wir, date: "2026-11-01"}\nsources:')
    after = statuses(open_sheet(PAGE))
    assert {key: status for key, status in after.items() if status != "national"} == before
    assert sum(status == "national" for status in after.values()) == 3
    assert run("translate", "check", PAGE)[1].splitlines()[-1] == said.splitlines()[-1]


def test_when_the_source_moves_somebody_is_asked_whether_it_still_fits(
    adapted: Path, run: Run, open_sheet: Open
) -> None:
    change(adapted / PAGE, "lays the eggs and", "lays all the eggs and")
    change(adapted / PAGE, "The facts are from", "All facts are from")
    assert set(statuses(open_sheet(PAGE)).values()) == {"draft", "adapted", "national"}
    said = run("translate", "diff", PAGE)[1]
    assert "castes/1: the source changed" in said
    assert "lays {+all+} the eggs" in said
    assert "[-The-] {+All+} facts" in said
    assert said.count("check whether it is still relevant") == 2
    file = translations({"de": [open_sheet(PAGE)]})["de"].files[PAGE]
    assert [(one.segment.key, one.segment.standing) for one in file.differences] == [
        ("castes/1", "adapted"),
        ("look-it-up/1", "adapted"),
    ]
    assert (file.figures.today, file.figures.at_sync) == (100, 100)
    assert "without translation" not in said
    assert run("translate", "stamp", "--by", "Ada", f"{PAGE}#castes/1")[0] == 0
    assert run("translate", "sync", "--origin", "person", f"{PAGE}#look-it-up/1")[0] == 0
    assert run("translate", "diff", PAGE)[1].startswith("0 places")


@pytest.mark.usefixtures("adapted")
def test_a_file_for_translators_leaves_out_what_the_team_does_itself(
    open_sheet: Open, tmp_path: Path
) -> None:
    text = po_files([open_sheet(PAGE)], "de")["m1-bees.po"]
    assert f"{PAGE}#_/1" in text
    assert "#castes" not in text
    assert "#look-it-up" not in text
    assert "de-club-rules" not in text
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "m1-bees.po").write_text(
        f'msgid ""\nmsgstr ""\n\nmsgctxt "{PAGE}#castes/0"\nmsgid "Three castes"\nmsgstr "Kasten"\n',
        encoding="utf-8",
    )
    outcome = taken_from(tmp_path / "in", [open_sheet(PAGE)], "2026-05-01")
    assert (outcome.taken, len(outcome.refused)) == (0, 1)
    assert "its own version" in outcome.refused[0]

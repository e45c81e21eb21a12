"""Remarks on translations: each true fault is found at its line, and what only looks like one is let be."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coursesite.flow import look_at
from coursesite.translating.desk import Sheet
from coursesite.translating.durations import clockwork, missing
from coursesite.translating.typography import wrong_numbers, wrong_quotes

Run = Callable[..., tuple[int, str]]
Open = Callable[[str], Sheet]

FAULTS: list[tuple[str, str, list[str]]] = [
    ("Watch for 20 minutes.", "Schauen Sie 30 Minuten lang zu.", ["duration: the source says `20 minutes`"]),
    ("Each colony needs space.", "Jeder Stamm braucht Platz.", ["term: the source uses the term `Colony`"]),
    ("A box.", "Ein Stock, auch Bienenstaat genannt.", ["rival: `Bienenstaat` was decided against"]),
    ("They dance. That is how they talk. Look.", "Sie tanzen. That is how they talk. Sehen Sie hin.",
     ["left: the sentence “That is how they talk.”"]),
    ("A “box”.", 'Eine "Kiste".', ["quotes: a typewriter's quotation mark"]),
    ("A “box”.", "Eine «Kiste».", ["quotes: the quotation mark `«`", "quotes: the quotation mark `»`"]),
    ("A “box”.", "Eine “Kiste„.", ["quotes: `“` opens a quotation here", "quotes: `„` closes a quotation here"]),
    ("It’s 1.5 metres.", "So geht's: 1.5 Meter.", ["number: `1.5` is written", "quotes: a typewriter's apostrophe"]),
    ("| Two | 5 days |", "| Zwei | 4 Tage |", ["duration: the source says `5 days`"]),
]  # fmt: skip

SOUND: list[tuple[str, str]] = [
    ("It takes 90 minutes, and two weeks.", "Es dauert 1 Stunde und 30 Minuten und 14 Tage."),
    ("Come for 1 hour 30 minutes.", "Kommen Sie für 1,5 Stunden."),
    ("A 20-minute talk, 5–10 min of rest.", "Ein 20-minütiges Gespräch, 5 bis 10 min Ruhe, 5–10 Minuten."),
    ("Two colonies live in them.", "Zwei Bienenvölker leben darin."),
    ("See the [family](term:colony).", "Sehen Sie sich die [Familie](term:colony) an."),
    ("A people.", "Ein Staatsvolk und ein Volksfest."),
    ('`"code"` of [this](life-of-a-colony.md "x").', '`"code"` von [diesem](life-of-a-colony.md "x").'),
    ("“Look”, he says, “it’s 2.5.”", "„Sieh hin“, sagt er, „es sind 2,5.“"),
    ("Version 2.2 holds.", "Version 2.2 gilt."),
    ("Hive Tool II.", "Hive Tool II."),
    ("You said “{level}”: {{ outcome }}.", "Sie sagten „{level}“: {{ outcome }}."),
]


@pytest.fixture
def held(course: Path) -> Path:
    """The course with customs for German, and a page of faults, then one of what is sound."""
    programme = course / "modules" / "programme.yml"
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.replace("locale: de_DE", "locale: de_DE, quotes: „“"), encoding="utf-8")
    glossary = course / "modules" / "glossary.de.yml"
    text = glossary.read_text(encoding="utf-8").replace(
        "colony: {", 'colony: {forms: ["*volk*", "*völker*"], avoid: [Bienenstaat, "Volks*"], '
    )
    glossary.write_text(text, encoding="utf-8")
    source = course / "modules" / "glossary.yml"
    words = source.read_text(encoding="utf-8")
    source.write_text(
        words.replace("term: Colony\n", "term: Colony\n    forms: [colony, colonies]\n"), encoding="utf-8"
    )
    for name, pairs in (("index", [one[:2] for one in FAULTS]), ("life-of-a-colony", SOUND)):
        for ending, side in (("md", 0), ("de.md", 1)):
            lines = "\n\n".join(pair[side] for pair in pairs)
            (course / "modules" / "m1-bees" / f"{name}.{ending}").write_text(lines + "\n", encoding="utf-8")
    return course


@pytest.mark.usefixtures("held")
def test_every_fault_is_found_in_its_line(run: Run) -> None:
    code, said = run("translate", "check", "modules/m1-bees/index.md")
    assert code == 0
    found = [line for line in said.splitlines() if line.startswith("modules/")]
    for number, (_, _, expected) in enumerate(FAULTS):
        at = f"modules/m1-bees/index.de.md:{2 * number + 1}: translation-"
        here = [
            line.removeprefix(at).replace(f"warning: _/{number + 1}: ", "")
            for line in found
            if line.startswith(at)
        ]
        assert [one for one in here if not any(one.startswith(words) for words in expected)] == []
        assert len(here) == len(expected), number
    assert said.endswith(f"0 errors, {sum(len(one[2]) for one in FAULTS)} warnings\n")


@pytest.mark.usefixtures("held")
def test_what_is_sound_is_let_be(run: Run) -> None:
    assert run("translate", "check", "modules/m1-bees/life-of-a-colony.md")[1] == "0 errors, 0 warnings\n"


def test_a_languages_own_words_are_nobodys_translation(held: Path, open_sheet: Open) -> None:
    found = look_at(held)
    assert found.course is not None
    assert not [one for one in found.problems if "glossary" in one.path]
    colony = found.course.terms["colony"]
    assert colony.forms.of_language("en", "en") == ("colony", "colonies")
    assert colony.avoid.of_language("de", "en") == ("Bienenstaat", "Volks*")
    assert colony.avoid.of_language("en", "en") == ()
    keys = {pair.key: pair.status for pair in open_sheet("modules/glossary.yml").pairs}
    assert {key for key in keys if "colony" in key} == {"terms.colony.term", "terms.colony.definition"}
    assert "orphaned" not in keys.values()


@pytest.mark.usefixtures("held")
def test_a_reviewer_may_let_a_sentence_stand(run: Run) -> None:
    name = "modules/m1-bees/index.md"
    run("translate", "sync", "--origin", "person", name)
    assert "translation-left" in run("translate", "check", name)[1]
    run("translate", "stamp", "--by", "Ada", f"{name}#_/4")
    assert "translation-left" not in run("translate", "check", name)[1]


def test_an_outdated_translation_is_held_against_what_it_was_made_from(held: Path, run: Run) -> None:
    name = "modules/m1-bees/index.md"
    page = held / name
    text = page.read_text(encoding="utf-8").replace("20 minutes", "30 minutes")
    page.write_text(text, encoding="utf-8")
    run("translate", "sync", "--origin", "person", name)
    page.write_text(text.replace("Watch for 30 minutes", "Watch for 45 minutes"), encoding="utf-8")
    assert "translation-duration: warning: _/1" not in run("translate", "check", name)[1]


def test_a_national_teams_own_text_has_readers_too(held: Path, run: Run) -> None:
    page = held / "modules" / "m1-bees" / "index"
    page.with_suffix(".md").write_text("## A { #a }\n\nSee.\n", encoding="utf-8")
    page.with_suffix(".de.md").write_text(
        '---\nnational: {by: Ada, date: "2031-05-28"}\n---\n\n## A { #a }\n\nSieh.\n\n'
        "## Recht { #recht .national }\n\nDas «Volk» oder der Bienenstaat, 1.5 m.\n",
        encoding="utf-8",
    )
    said = run("translate", "check", "modules/m1-bees/index.md")[1]
    assert (
        "index.de.md:11: translation-rival: warning: recht/national-2: `Bienenstaat` was decided against"
        in said
    )
    assert said.endswith("0 errors, 3 warnings\n")


def test_boxes_code_and_columns_stand_as_in_the_source(course: Path, run: Run) -> None:
    name = course / "modules" / "m1-bees" / "index"
    source = '## A { #a }\n\n!!! tip "Look"\n    Wait.\n\n```\nx = 1\n```\n\n## B { #b }\n\n| a | b |\n|:--|--:|\n| c | d |\n'
    target = source.replace("Look", "Schau").replace("Wait", "Warte")
    for old, new, says in (
        ("", "", ""),
        ("!!! tip", "!!! warning", "3: translation-shape: warning: a: the box `!!! warning` stands here"),
        ("x = 1", "x = 2", "6: translation-shape: warning: a: the code block"),
        (
            "|:--|--:|",
            "|---|---|",
            "13: translation-shape: warning: b: the table with columns `plain plain` stands",
        ),
    ):
        name.with_suffix(".md").write_text(source, encoding="utf-8")
        name.with_suffix(".de.md").write_text(target.replace(old, new), encoding="utf-8")
        said = run("translate", "check", "modules/m1-bees/index.md")[1]
        assert ("translation-shape" in said) is bool(says)
        assert (f"index.de.md:{says}" if says else "") in said


@pytest.mark.parametrize(
    ("locale", "text", "amount"),
    [
        ("en_GB", "a 10-minute talk", ("minute", 10)),
        ("en_GB", "1,500 hours", ("minute", 90000)),
        ("en_GB", "half of 2.5 hours", ("minute", 150)),
        ("de_DE", "1.500 Stunden", ("minute", 90000)),
        ("nn_NO", "1 500 timar", ("minute", 90000)),
        ("fi_FI", "5 päivässä", ("day", 5)),
        ("fi_FI", "2 viikkoa", ("day", 14)),
        ("cs_CZ", "před 3 měsíci", ("month", 3)),
        ("lv_LV", "2,5 stundas", ("minute", 150)),
        ("ar", "ساعتان", ("minute", 120)),
        ("ar", "٣ أيام", ("day", 3)),
        ("en_GB", "at 9:30 hours, 2 homes, 3 mind maps, 2024", None),
    ],
)
def test_durations_in_any_languages_wording(locale: str, text: str, amount: tuple[str, int] | None) -> None:
    found = [
        (one.amount[0], int(one.amount[1]))
        for one in clockwork(locale).durations(text, loosely=locale != "en_GB")
    ]
    assert found == ([amount] if amount else [])


def test_an_hour_and_a_half_is_ninety_minutes_both_ways() -> None:
    english, german = clockwork("en_GB"), clockwork("de_DE")
    ninety, halves = english.durations("90 minutes"), german.durations("1 Stunde 30 Minuten")
    assert missing(ninety, halves) == missing(halves, ninety) == ()
    assert [one.words for one in missing(english.durations("10 minutes or 2 hours"), halves)] == [
        "10 minutes",
        "2 hours",
    ]


def test_marks_inside_marks_are_data() -> None:
    assert not list(wrong_quotes("« Il dit “oui” »", "«»“”"))
    assert [slip.start for slip in wrong_quotes("« Il dit „oui” »", "«»“”")] == [9]
    assert not list(wrong_quotes("”Ja”, säger hon. Det är barnens’ bok", "””"))


def test_a_decimal_sign_is_wrong_only_where_the_languages_differ() -> None:
    assert [slip.expected for slip in wrong_numbers("1.5 m, on 2.2.", "1.5 m", "en_GB", "pt_PT")] == ["`1,5`"]
    assert not list(wrong_numbers("1.5 m", "1.5 m", "en_GB", "ga_IE"))
    assert not list(wrong_numbers("Version 2.2 (BEE 2.2)", "versão 2.2 (BEE 2.2)", "en_GB", "pt_PT"))
    assert not list(wrong_numbers("9.30.15 and 1.2.3", "9.30.15 and 1.2.3", "en_GB", "it_IT"))

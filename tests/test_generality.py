"""The generator knows no course: nothing of the real one stands in coursesite/, hooks/ or overrides/.

What to look for is taken from the course's own files, so that whoever changes the course need not think of this.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from coursesite.flow import look_at

ROOT = Path(__file__).parents[1]
TINY = ROOT / "tests" / "courses" / "tiny"

ENGINE = ("coursesite", "hooks", "overrides")

COMMON = {
    "the programme": "what a programme is called in any course",
    "about this site": "likewise the pages about a site",
    "self-paced": "the ordinary English for work in one's own time; the course that `new course` makes has it too",
    "European": "the European Qualifications Framework has the forms of outcomes",
    "Practice": "a kind of activity",
    "Swedish": "a language: the rules of readability and the alphabet name it",
    "change": "an event of browsers",
    "national": "what the team of a language declares as its own: any course's pages and files can say so",
    "Work": "what takes time, to a planner of meetings in any course",
    "longest: int = 160": "characters that search engines show of a page's description",
}
"""What is of the course, but not of this course alone, with the reason."""

COMMON_WORDS = re.compile(rf"\b(?:{'|'.join(map(re.escape, COMMON))})\b", re.IGNORECASE)


def test_nothing_of_the_course_stands_in_the_generator() -> None:
    assert [f"{path}: {what}" for path, text in texts() for what in found_in(text)] == []


@pytest.mark.parametrize(
    "planted",
    [
        "if setting.id == 'transnational':",
        "# such as m00-start",
        "{{ _('First transnational week') }}",
        "The Innovation\n    Skills Development Programme",
        "See the knowledge triangle.",
        "'Municipality of Linköping'",
        'LANGUAGES = ["sv", "nb"]',
        "Slovenščina",
        "hours = 160",
        "if (minutes > 9600)",
    ],
)
def test_what_is_of_the_course_is_found(planted: str) -> None:
    assert len(list(found_in(planted))) >= 1


def test_other_words_are_left_alone() -> None:
    assert list(found_in("national = 1600 # a self-paced change of the programme, de, fr; LIFEBOAT")) == []


def test_a_course_on_something_else_is_as_good() -> None:
    findings = look_at(TINY)
    assert findings.course is not None
    assert findings.problems == ()


def found_in(text: str) -> Iterator[str]:
    """What of the course stands in a text."""
    text = COMMON_WORDS.sub("…", re.sub(r"\s+(?:#|//|\*)?\s*", " ", text))
    lowered = text.lower()
    for phrase in phrases():
        if phrase in lowered and re.search(rf"(?<![\w-]){re.escape(phrase)}(?![\w-])", lowered):
            yield phrase
    for pattern in patterns():
        for match in pattern.finditer(text):
            yield match[0]


def texts() -> Iterator[tuple[str, str]]:
    """All files of the generator that people read."""
    for folder in ENGINE:
        for path in sorted((ROOT / folder).rglob("*")):
            if (
                path.is_file()
                and "__pycache__" not in path.parts
                and b"\0" not in (data := path.read_bytes())
            ):
                yield path.relative_to(ROOT).as_posix(), data.decode("utf-8")


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """What to look for; a pattern for each way in which a word can give itself away."""
    programme = load("modules/programme.yml")
    framework = load("modules/competencies.yml")
    codes = "|".join(language["code"] for language in programme["languages"][1:])
    minutes = f"{programme['hours'] * 60:g}"
    return (
        re.compile(rf"(?<![\w-])(?:{alternatives(proper_names(programme, framework))})(?![\w-])"),
        re.compile(rf"""(["'`])(?:{alternatives(switches(programme, framework))})\1"""),
        re.compile(rf"""["'](?:{codes})["']\W{{1,4}}["'](?:{codes})["']"""),
        re.compile(
            rf"(?<![\w.#-])(?:{programme['hours']:g}|{minutes}|{minutes[:-3]},{minutes[-3:]})(?![\w.%-])"
        ),
    )


@cache
def phrases() -> frozenset[str]:
    """Titles, terms and ids of two words or more in small letters. Ids of answers are left out: they are any words."""
    files = [file.relative_to(ROOT).as_posix() for file in ROOT.glob("modules/**/*.yml") if is_source(file)]
    banks = [file.relative_to(ROOT).as_posix() for file in ROOT.glob("quizzes/*.yml") if is_source(file)]
    written = {
        value
        for file in files
        for key, value in leaves(load(file))
        if key in {"id", "title", "term", "short"}
    }
    written |= {question["id"] for bank in banks for question in load(bank)["questions"]}
    written |= {file.split("/")[1] for file in files if file.endswith("/module.yml")}
    return frozenset(phrase.lower() for phrase in written if re.search(r"\w[ -]\w", phrase))


def is_source(file: Path) -> bool:
    """Translations have the same ids, and words that no program would hold."""
    return file.name.count(".") == 1


def proper_names(programme: dict[str, Any], framework: dict[str, Any]) -> set[str]:
    """Words that begin with a capital in what names people, places, publishers and languages."""
    sources = load("modules/sources.yml")["sources"]
    naming = [source.get(key, "") for source in sources for key in ("authors", "publisher")]
    naming += [listing["title"].partition(" ")[2] for listing in framework["lists"]]
    naming += [language["name"] for language in programme["languages"][1:]]
    return {name for text in naming for name in re.findall(r"\b[A-ZÀ-Ž][\w’'-]{2,}", text)}


def switches(programme: dict[str, Any], framework: dict[str, Any]) -> set[str]:
    """Ids of one word, which a program would compare with."""
    entries = [*programme["settings"], *programme["formats"], *framework["competencies"], *framework["lists"]]
    return {entry["id"] for entry in (*entries, *framework["levels"])}


def leaves(data: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """All texts of a file with their keys."""
    match data:
        case dict():
            for name, value in data.items():
                yield from leaves(value, str(name))
        case list():
            for value in data:
                yield from leaves(value, key)
        case str():
            yield key, data


def load(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def alternatives(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))

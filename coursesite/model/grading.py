"""What an answer is worth, and what grading needs to know of a question.

The same rules for browsers stand in `overrides/assets/learning/grading.js`, where keys and answers are described;
both are tested with `tests/cases/grading.json`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .question import (
    FillIn,
    Matching,
    MultipleChoice,
    Numeric,
    Ordering,
    Question,
    Scenario,
    SingleChoice,
    TrueFalse,
)

Key = Mapping[str, Any]
"""All that grading needs to know of a question, in no language."""

QUALITY = {"good": 1.0, "fair": 0.5, "poor": 0.0}
NEAR = 1e-9

_LETTERS = str.maketrans(
    {"đ": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ς": "σ"}
)
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[-+−]?\d[\d.,'’\s]*")
_SIGNS = re.compile(r"[-+−'’\s]")
_THOUSANDS = re.compile(r"\d{1,3}([.,]\d{3})+")


@dataclass(frozen=True)
class Grade:
    """A score between 0 and 1, or None where nothing is graded; `parts` say the same of options, pairs, steps or scenes."""

    answered: bool
    score: float | None
    parts: Mapping[str, float] = field(default_factory=dict)


NOTHING = Grade(False, 0.0)


def key_of(question: Question) -> dict[str, Any]:
    """What grading needs to know of a question. Words to fill in are those of all languages."""
    key: dict[str, Any] = {"kind": question.kind}
    match question:
        case SingleChoice() | MultipleChoice():
            key["options"] = [option.id for option in question.options]
            key["right"] = [option.id for option in question.options if option.right]
        case TrueFalse():
            key["right"] = question.answer
        case Matching():
            key["pairs"] = [pair.id for pair in question.pairs]
        case Ordering():
            key["steps"] = [step.id for step in question.steps]
        case FillIn():
            variants = (question.accepted.source, *question.accepted.translations.values())
            key["accepted"] = list(dict.fromkeys(text for texts in variants for text in texts))
        case Numeric():
            key |= {"answer": question.answer, "tolerance": question.tolerance}
        case Scenario():
            key["start"] = question.start
            key["scenes"] = {
                scene.id: {
                    choice.id: {"quality": choice.quality, "leads_to": choice.leads_to}
                    for choice in scene.choices
                }
                for scene in question.scenes
            }
    return key


def grade(key: Key, given: Any) -> Grade:
    """What was given, graded by the question's key."""
    return _GRADERS[key["kind"]](key, given)


def normalised(text: str) -> str:
    """The words of a text in small letters without marks: what is compared with what."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(letter for letter in decomposed if not unicodedata.category(letter).startswith("M"))
    return " ".join(_WORD.findall(bare.translate(_LETTERS)))


def readings(text: str) -> list[float]:
    """The numbers that a text may mean: 1,000 is one or a thousand, depending on where one lives."""
    found = _NUMBER.search(text)
    if found is None:
        return []
    sign = -1 if found[0][0] in "-−" else 1
    bare = re.sub(r"[.,]$", "", _SIGNS.sub("", found[0]))
    numbers = [re.sub(r"[.,]", "", bare)] if _THOUSANDS.fullmatch(bare) else []
    if len(re.split(r"[.,]", bare)) < 3:
        numbers.append(bare.replace(",", "."))
    return [sign * float(number) for number in numbers]


def way_through(key: Key, given: Mapping[str, str]) -> tuple[list[tuple[str, str]], bool]:
    """The way through a scenario as far as it was chosen, and whether it has come to an end."""
    way: list[tuple[str, str]] = []
    scene: str | None = key["start"]
    while scene is not None and scene in key["scenes"]:
        choice = key["scenes"][scene].get(given.get(scene, ""))
        if choice is None or scene in dict(way):
            return way, False
        way.append((scene, given[scene]))
        scene = choice["leads_to"]
    return way, True


def _graded(parts: Mapping[str, float], score: float | None = None) -> Grade:
    return Grade(True, sum(parts.values()) / len(parts) if score is None else score, parts)


def _marks(ids: Iterable[str], is_right: Callable[[str], bool]) -> dict[str, float]:
    return {id: float(is_right(id)) for id in ids}


def _single(key: Key, given: Any) -> Grade:
    return _graded({given: float(given in key["right"])}) if given in key["options"] else NOTHING


def _multiple(key: Key, given: Any) -> Grade:
    chosen = [option for option in key["options"] if option in (given or [])]
    if not chosen:
        return NOTHING
    gained = sum(1 if option in key["right"] else -1 for option in chosen)
    parts = _marks(key["options"], lambda option: (option in key["right"]) == (option in chosen))
    return _graded(parts, max(0, gained) / len(key["right"]))


def _true_false(key: Key, given: Any) -> Grade:
    return _graded({}, float(given == key["right"])) if isinstance(given, bool) else NOTHING


def _matching(key: Key, given: Any) -> Grade:
    chosen = given or {}
    if not any(chosen.get(pair) for pair in key["pairs"]):
        return NOTHING
    return _graded(_marks(key["pairs"], lambda pair: chosen.get(pair) == pair))


def _ordering(key: Key, given: Any) -> Grade:
    chosen = given or {}
    if not any(chosen.get(step) for step in key["steps"]):
        return NOTHING
    return _graded(_marks(key["steps"], lambda step: bool(chosen.get(step) == key["steps"].index(step) + 1)))


def _fill_in(key: Key, given: Any) -> Grade:
    said = normalised(given or "")
    return _graded({}, float(said in map(normalised, key["accepted"]))) if said else NOTHING


def _numeric(key: Key, given: Any) -> Grade:
    if not (given or "").strip():
        return NOTHING
    near = (abs(number - key["answer"]) <= key["tolerance"] + NEAR for number in readings(given))
    return _graded({}, float(any(near)))


def _scenario(key: Key, given: Any) -> Grade:
    way, ended = way_through(key, given or {})
    if not ended:
        return NOTHING
    return _graded({scene: QUALITY[key["scenes"][scene][choice]["quality"]] for scene, choice in way})


def _own(_: Key, given: Any) -> Grade:
    return Grade(bool((given or "").strip()), None)


_GRADERS: Mapping[str, Callable[[Key, Any], Grade]] = {
    "single": _single,
    "multiple": _multiple,
    "true-false": _true_false,
    "matching": _matching,
    "ordering": _ordering,
    "fill-in": _fill_in,
    "numeric": _numeric,
    "scenario": _scenario,
    "self-rating": _own,
    "reflection": _own,
}

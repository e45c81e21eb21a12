"""What stands between a page's segments and is the same in all languages: boxes' kinds, code, columns, definitions."""

import re
from collections.abc import Iterator

from ..model.problem import Problem
from .desk import Sheet
from .markdown_cut import ABOVE
from .segments import Cut

_LANDMARKS = {
    "code block": re.compile(r"^[^\S\n]*(`{3,}|~{3,})[^\n]*\n(?:.*?\n)??[^\S\n]*\1[`~]*[^\S\n]*$", re.DOTALL | re.MULTILINE),
    "box": re.compile(r"^[^\S\n]*(?:!!!|\?\?\?\+?)[^\S\n]+[^\"\n]*", re.MULTILINE),
    "table with columns": re.compile(r"^[^\S\n]*\|?(?:[^\S\n]*:?-+:?[^\S\n]*\|)+(?:[^\S\n]*:?-+:?)?[^\S\n]*$", re.MULTILINE),
    "definition": re.compile(r"^[^\S\n]{0,3}\[[^\]\n^][^\]\n]*\]:[^\S\n]*\S+|^[^\S\n]{0,3}\[\^[^\]\n]+\]:", re.MULTILINE),
}  # fmt: skip

_NATIONAL_BOX = re.compile(
    r"^([^\S\n]*)(?:!!!|\?\?\?\+?)[^\S\n]+national\b[^\n]*\n(?:(?:\1[^\S\n]+\S[^\n]*|[^\S\n]*)(?:\n|\Z))*",
    re.MULTILINE,
)
"""What a national team adds to a section has no place in the source."""

Landmark = tuple[str, str, int]
"""Its sort, its text without blanks that say nothing, and its line."""


def moved(sheet: Sheet) -> Iterator[Problem]:
    """The first difference in each section that both languages have."""
    assert sheet.target is not None
    own, its = _by_section(sheet.source), _by_section(sheet.target)
    adapted = {pair.source.section for pair in sheet.pairs if pair.source and pair.adaptation}
    for section, expected in own.items():
        actual = its.get(section, [])
        if section not in {one.section for one in sheet.target.segments}:
            continue  # headings are compared elsewhere
        if section in adapted:
            continue
        if [one[:2] for one in expected] == [one[:2] for one in actual]:
            continue
        number = next(
            n for n in range(max(len(expected), len(actual)))
            if expected[n : n + 1] == [] or actual[n : n + 1] == [] or expected[n][:2] != actual[n][:2]
        )  # fmt: skip
        here = actual[number] if number < len(actual) else None
        there = expected[number] if number < len(expected) else None
        yield Problem(
            sheet.neighbour, here[2] if here else _line(sheet.target, section), "translation-shape",
            f"{section}: {_shown(here)} stands here" if here else f"{section}: something is missing in this section",
            f"{_shown(there)}, as in {sheet.path}, line {there[2]}" if there else f"no more than in {sheet.path}",
            "copy these signs from the source; translate the words around them", "warning",
        )  # fmt: skip


def _by_section(cut: Cut) -> dict[str, list[Landmark]]:
    heads = [(one.start, one.section or ABOVE) for one in cut.segments if one.sort == "heading"]
    body = min((one.start for one in cut.segments if one.section), default=len(cut.text))
    found: dict[str, list[Landmark]] = {
        section: [] for section in [ABOVE, *(section for _, section in heads)]
    }
    places = sorted(
        (match.start(), sort, " ".join(match[0].split()) if sort != "table with columns" else _columns(match[0]))
        for sort, pattern in _LANDMARKS.items()
        for match in pattern.finditer(cut.text)
    )  # fmt: skip
    code = [match.span() for match in _LANDMARKS["code block"].finditer(cut.text)]
    national = [match.span() for match in _NATIONAL_BOX.finditer(cut.text)]
    for start, sort, words in places:
        if sort != "code block" and any(begin <= start < end for begin, end in code):
            continue
        if any(begin <= start < end for begin, end in national):
            continue
        if start < body and sort != "box":
            continue
        section = next((section for at, section in reversed(heads) if at < start), ABOVE)
        found[section].append((sort, words, cut.text.count("\n", 0, start) + 1))
    return found


def _columns(row: str) -> str:
    """`|:--|--:|` as its columns' sides, `left right`."""
    sides = {(True, True): "centre", (True, False): "left", (False, True): "right", (False, False): "plain"}
    cells = (cell.strip() for cell in row.strip().strip("|").split("|"))
    return " ".join(sides[cell.startswith(":"), cell.endswith(":")] for cell in cells)


def _line(cut: Cut, section: str) -> int:
    return next((one.line for one in cut.segments if one.section == section), 0)


def _shown(landmark: Landmark | None) -> str:
    return f"the {landmark[0]} `{landmark[1]}`" if landmark else "nothing"

"""YAML 1.2 → plain data in which every mapping knows its lines.

PyYAML's C parser composes the nodes; scalars are then resolved by the core schema of YAML 1.2.2
(section 10.3.2), in which `no`, `yes` and `2:30` are text. Aliases and tags are refused: they only hide
what a file says, and nested aliases are the “YAML bomb”.
"""

import math
import re
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import yaml

from ..model.entity import LocatedDict, Place
from ..model.problem import Problem
from .text_file import Unreadable

DEEPEST = 24
"""Levels of nesting. A course's files use at most eight."""

_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_NULL = frozenset({"", "~", "null", "Null", "NULL"})

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


LineAt = Callable[[int], int]
"""The line of a character, by its index, as editors count it: YAML 1.1 breaks lines at characters (U+0085, U+2028) that they do not."""


def parse_yaml(text: str, path: str, first_line: int = 1) -> Any:
    """The data in `text`; mappings are `LocatedDict`s. `first_line` is where `text` begins in the file.

    Raises:
        Unreadable: the text is not YAML, or uses what a course's files must not.
    """

    def line_at(index: int) -> int:
        return first_line + text.count("\n", 0, index)

    try:
        _refuse_what_hides(text, path, line_at)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise Unreadable(_syntax_problem(error, path, text, first_line)) from error
    return None if node is None else _construct(node, path, line_at)


def _refuse_what_hides(text: str, path: str, line_at: LineAt) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        assert event.start_mark is not None  # a parsed event always has one
        line = line_at(event.start_mark.index)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Unreadable(
                Problem(path, line, "yaml-alias", "an anchor (`&name`) or alias (`*name`) is used here",
                        "every value written out where it belongs",
                        "copy the value to this place; put quotes around a text that begins with & or *")
            )  # fmt: skip
        if tag := getattr(event, "tag", None):
            raise Unreadable(
                Problem(path, line, "yaml-tag", f"`{tag}` is not read as text, but as an order to the program",
                        "plain values", "put quotes around a text that begins with !")
            )  # fmt: skip
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        if depth > DEEPEST:
            raise Unreadable(
                Problem(path, line, "yaml-too-deep", f"the file is nested deeper than {DEEPEST} levels",
                        "the shape that the file's schema describes",
                        "check brackets and indentation near this line")
            )  # fmt: skip


_QUOTES = "put quotes around a text that holds `: ` or ` #`, or that begins with one of [ ] { } & * ! | > % @ ` ' \""
_SIGN = ("a text begins here with a sign that means something else", _QUOTES)

_ASTRAY = (
    "this does not fit to the lines above",
    "indent it like them; nothing may follow a closing quote, and inside '…' an apostrophe is written twice",
)

_FAULTS = {
    "mapping values are not allowed in this context": (
        "a key begins here in the middle of a text", f"{_QUOTES}; indent a key like the keys above it"),
    "could not find expected ':'": (
        "this line has no colon, so it is neither a key nor part of the text above",
        "write `key: value`, or indent the line deeper than the key that it belongs to"),
    "did not find expected key": _ASTRAY,
    "did not find expected '-' indicator": _ASTRAY,
    "did not find expected ',' or ']'": ("the list that begins here with [ does not end", "add the missing ] or comma"),
    "did not find expected ',' or '}'": (
        "the group that begins here with { does not end",
        "add the missing } or comma; put quotes around a text between { and }"),
    "found unexpected end of stream": ("the quotes that open here are not closed", "add the closing quote"),
    "found character that cannot start any token": _SIGN,
    "did not find expected alphabetic or numeric character": _SIGN,
    "found unknown escape character": (
        "the backslash here stands before a letter that it can't stand before",
        "write two backslashes, or use '…' in place of \"…\""),
    "but found another document": ("a second document begins here", "delete the line `---`"),
}  # fmt: skip
"""What the parser says, in words for people who do not know YAML, and how to mend it."""

_BEGIN_BEFORE = (" ':'", "',' or ']'", "',' or '}'", "end of stream")
"""Ends of those of its sentences where the fault lies where the thing began, not where the parser gave up."""


def _syntax_problem(error: yaml.YAMLError, path: str, text: str, first_line: int) -> Problem:
    fault = str(getattr(error, "problem", None) or "it can't be read")
    mark = getattr(error, "context_mark" if fault.endswith(_BEGIN_BEFORE) else "problem_mark", None)
    lines = text.split("\n")
    row = min(text.count("\n", 0, mark.index) if mark is not None else 0, len(lines) - 1)
    if "\t" in lines[row][: len(lines[row]) - len(lines[row].lstrip())] or "a tab character" in fault:
        return Problem(
            path, first_line + row, "yaml-tab", "this line is indented with a tab",
            "blanks only at the beginning of a line", "replace each tab by two blanks",
        )  # fmt: skip
    says, mend = _FAULTS.get(
        fault, (f"this is not YAML: {fault}", f"compare with the lines above; {_QUOTES}")
    )
    return Problem(
        path, first_line + row, "yaml-syntax", says,
        "`key: value` lines, indented alike, with `- ` before each entry of a list", mend,
    )  # fmt: skip


def _construct(node: yaml.Node, path: str, line_at: LineAt) -> Any:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, line_at)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(child, path, line_at) for child in node.value]
    assert isinstance(node, yaml.ScalarNode)
    return node.value if node.style in {"'", '"', "|", ">"} else _scalar(node.value)


def _mapping(node: yaml.MappingNode, path: str, line_at: LineAt) -> LocatedDict:
    items: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        line = line_at(key_node.start_mark.index)
        if not isinstance(key_node, yaml.ScalarNode):
            raise Unreadable(
                Problem(path, line, "yaml-key", "a key here is not a simple word",
                        "`key: value`", "check the indentation and the brackets of this line")
            )  # fmt: skip
        key = key_node.value
        if node.flow_style and key_node.end_mark.index == value_node.start_mark.index:
            raise Unreadable(
                Problem(path, line, "comma-in-braces",
                        f"`{key}` has no value: between {{ and }} a comma begins a new key",
                        "`key: value` between the commas",
                        f'put quotes around a text with a comma: "…, {key}"; write a number with a point: 0.5; '
                        f"write a list with square brackets: [{key}]")
            )  # fmt: skip
        if key in items:
            raise Unreadable(
                Problem(path, line, "yaml-duplicate-key",
                        f"`{key}` is written twice here (first on line {lines[key]})",
                        "each key once", "delete one of the two, or join them")
            )  # fmt: skip
        items[key] = _construct(value_node, path, line_at)
        lines[key] = line
    place = Place(path, line_at(node.start_mark.index), MappingProxyType(lines))
    return LocatedDict(items, place)


def _scalar(value: str) -> str | int | float | bool | None:
    if value in _NULL:
        return None
    if value in _TRUE:
        return True
    if value in _FALSE:
        return False
    if _INTEGER.fullmatch(value):
        return int(value)
    if _FLOAT.fullmatch(value) and math.isfinite(number := float(value)):
        return number
    return value

"""YAML 1.2 → plain data in which every mapping knows its lines.

PyYAML's C parser composes the nodes; scalars are then resolved by the core schema of YAML 1.2.2
(section 10.3.2), in which `no`, `yes` and `2:30` are text. Aliases are refused: they only hide what
a file says, and nested ones are the “YAML bomb”.
"""

import re
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


def parse_yaml(text: str, path: str, first_line: int = 1) -> Any:
    """The data in `text`; mappings are `LocatedDict`s. `first_line` is where `text` begins in the file.

    Raises:
        Unreadable: the text is not YAML, or uses what a course's files must not.
    """
    try:
        _refuse_aliases_and_depth(text, path, first_line)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise Unreadable(_syntax_problem(error, text, path, first_line)) from error
    return None if node is None else _construct(node, path, first_line)


def _refuse_aliases_and_depth(text: str, path: str, first_line: int) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Unreadable(
                Problem(path, line, "yaml-alias", "an anchor (`&name`) or alias (`*name`) is used here",
                        "every value written out where it belongs",
                        "copy the value to this place; put quotes around a text that begins with & or *")
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


def _syntax_problem(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    row = mark.line if mark is not None else 0
    lines = text.split("\n")
    row = min(row, len(lines) - 1)
    if "\t" in lines[row][: len(lines[row]) - len(lines[row].lstrip())]:
        return Problem(
            path, first_line + row, "yaml-tab", "this line is indented with a tab",
            "blanks only at the beginning of a line", "replace each tab by two blanks",
        )  # fmt: skip
    what = getattr(error, "problem", None) or "it can't be read"
    return Problem(
        path, first_line + row, "yaml-syntax", f"this is not YAML: {what}",
        "`key: value` lines, indented alike, with `- ` before each entry of a list",
        "compare with the lines above; put quotes around a text that holds `: ` or ` #`, "
        "or that begins with one of [ ] { } & * ! | > % @ ` ' \"",
    )  # fmt: skip


def _construct(node: yaml.Node, path: str, first_line: int) -> Any:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, first_line)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(child, path, first_line) for child in node.value]
    assert isinstance(node, yaml.ScalarNode)
    return node.value if node.style in {"'", '"', "|", ">"} else _scalar(node.value)


def _mapping(node: yaml.MappingNode, path: str, first_line: int) -> LocatedDict:
    items: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        line = first_line + key_node.start_mark.line
        if not isinstance(key_node, yaml.ScalarNode):
            raise Unreadable(
                Problem(path, line, "yaml-key", "a key here is not a simple word",
                        "`key: value`", "check the indentation and the brackets of this line")
            )  # fmt: skip
        key = key_node.value
        if key in items:
            raise Unreadable(
                Problem(path, line, "yaml-duplicate-key",
                        f"`{key}` is written twice here (first on line {lines[key]})",
                        "each key once", "delete one of the two, or join them")
            )  # fmt: skip
        items[key] = _construct(value_node, path, first_line)
        lines[key] = line
    place = Place(path, first_line + node.start_mark.line, MappingProxyType(lines))
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
    if _FLOAT.fullmatch(value):
        return float(value)
    return value

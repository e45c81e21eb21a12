"""YAML with words → segments, and words → YAML.

Keys and ids lead to a segment: `activities.first-visit.title`. In a source file, the model's types say what
is translated; in a neighbour, all that is written is a translation.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from ..model.annotations import model_in, models_in, parts_of
from ..model.entity import Entity
from ..model.text import OwnTexts, Text, Texts
from .segments import SEVERAL, Cut, Segment, Sort

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_PLAIN = re.compile(r"[^\W\d_](?:[^:#\[\]{},\"'\n\r\t&*!|>%@`\\]*[^\s:#\[\]{},\"'&*!|>%@`\\])?")
_NOT_TEXT = frozenset({"true", "false", "null", "y", "n", "yes", "no", "on", "off"})

_NUMBER = re.compile(r"\.\d+$")

Leaf = tuple[str, Sort, yaml.Node]


def cut_source(text: str, kind: type[Entity]) -> Cut:
    """A source file in segments: those of its values that `kind` types as words."""
    root = composed(text)
    return Cut(text, () if root is None else _segments(text, _typed(root, kind, ""), 0, 1))


def cut_neighbour(text: str, several: frozenset[str], own: frozenset[str] = frozenset()) -> Cut:
    """A neighbour in segments; `several` are the keys under which several texts stand.

    Under the names in `own` stands what the language has of its own: nothing there is a translation.
    """
    root = composed(text)
    leaves = () if root is None else _segments(text, _all(root, "", several), 0, 1)
    return Cut(
        text, tuple(leaf for leaf in leaves if _NUMBER.sub("", leaf.key).rpartition(".")[2] not in own)
    )


@cache
def own_names(kind: type[Any]) -> frozenset[str]:
    """Names of the fields, anywhere in a file of this kind, that each language fills on its own."""
    found: set[str] = set()
    for name, field in kind.model_fields.items():
        if OwnTexts in parts_of(field.annotation):
            found.add(name)
        for inner in models_in(field.annotation):
            found |= own_names(inner)
    return frozenset(found)


def head_segments(text: str, offset: int, line: int) -> tuple[Segment, ...]:
    """The words in a page's front matter, which begins at `offset` of its file."""
    root = composed(text)
    if root is None:
        return ()
    leaves = ((key, sort, node) for key, sort, node in _all(root, "", frozenset()) if _HEAD.fullmatch(key))
    return _segments(text, ((f"head.{key}", sort, node) for key, sort, node in leaves), offset, line)


def omitted_sections(text: str) -> frozenset[str]:
    """Ids under `omits` in a page's front matter."""
    root = composed(text)
    omits = dict(_items(root)).get("omits") if isinstance(root, yaml.MappingNode) else None
    return (
        frozenset(name for name, _ in _items(omits)) if isinstance(omits, yaml.MappingNode) else frozenset()
    )


_HEAD = re.compile(r"materials\.\d+|fields\.[^.]+\.(?:label|hint)|criteria\.[^.]+\.text")


def composed(text: str) -> yaml.Node | None:
    """The nodes of a file, with their places; None where the text is not YAML or hides something."""
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=_Loader)):
            return None
        return yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, RecursionError):
        return None


def _segments(text: str, leaves: Iterator[Leaf], offset: int, line: int) -> tuple[Segment, ...]:
    found: dict[str, Segment] = {}
    for key, sort, node in leaves:
        assert node.start_mark is not None
        assert node.end_mark is not None
        start, end = node.start_mark.index, node.end_mark.index
        end = start + len(text[start:end].rstrip())
        words = _words(node)
        if words and key not in found:
            at = line + text.count("\n", 0, start)  # YAML counts other characters as line ends too
            found[key] = Segment(key, sort, words, offset + start, offset + end, at)
    return tuple(sorted(found.values(), key=lambda segment: segment.start))


def _words(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value).strip()
    return "\n".join(str(one.value).strip() for one in node.value)


def _typed(node: yaml.Node, kind: type[Any], path: str) -> Iterator[Leaf]:
    if not isinstance(node, yaml.MappingNode):
        return
    for name, value in _items(node):
        field = kind.model_fields.get(name)
        if field is None:
            continue
        key = f"{path}{name}"
        parts = parts_of(field.annotation)
        if model_in(field.annotation) is not None:
            if isinstance(value, yaml.SequenceNode):
                for number, entry in enumerate(value.value, start=1):
                    inner = model_in(field.annotation, _kind(entry))
                    if inner is not None:
                        yield from _typed(entry, inner, f"{key}.{_id(entry, number)}.")
        elif Texts in parts:
            yield from _texts(key, value)
        elif Text in parts:
            yield from _scalars(key, value)


def _all(node: yaml.Node, path: str, several: frozenset[str]) -> Iterator[Leaf]:
    key = path.removesuffix(".")
    if isinstance(node, yaml.MappingNode):
        for name, value in _items(node):
            yield from _all(value, f"{path}{name}.", several)
    elif isinstance(node, yaml.SequenceNode) and key in several:
        yield from _texts(key, node)
    elif isinstance(node, yaml.SequenceNode):
        for number, entry in enumerate(node.value, start=1):
            yield from _all(entry, f"{path}{_id(entry, number)}.", several)
    else:
        yield key, "words", node


def _items(node: yaml.MappingNode) -> Iterator[tuple[str, yaml.Node]]:
    for name, value in node.value:
        if isinstance(name, yaml.ScalarNode):
            yield str(name.value), value


def _kind(node: yaml.Node) -> dict[str, Any]:
    pairs = _items(node) if isinstance(node, yaml.MappingNode) else ()
    return {name: value.value for name, value in pairs if name == "kind"}


def _id(node: yaml.Node, number: int) -> str:
    """What stands for an entry of a list in a key: its id, or else its number."""
    names = dict(_items(node)) if isinstance(node, yaml.MappingNode) else {}
    identifier = names.get("id") or names.get("code")
    return str(identifier.value) if isinstance(identifier, yaml.ScalarNode) else str(number)


def _is_texts(node: yaml.Node) -> bool:
    return isinstance(node, yaml.SequenceNode) and all(isinstance(one, yaml.ScalarNode) for one in node.value)


def _texts(key: str, node: yaml.Node) -> Iterator[Leaf]:
    if _is_texts(node):
        yield key, "texts", node


def _scalars(key: str, node: yaml.Node) -> Iterator[Leaf]:
    if isinstance(node, yaml.ScalarNode):
        yield key, "words", node
    elif _is_texts(node):
        yield key, "list", node


def written(text: str, sort: Sort = "words") -> str:
    """A text as YAML writes it: plain where that is safe, or else in quotes."""
    if sort in SEVERAL:
        return f"[{', '.join(written(line) for line in text.split(chr(10)) if line.strip())}]"
    if _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT:
        return text
    return (
        json.dumps(text, ensure_ascii=False)
        .replace("\x85", "\\N")
        .replace("\u2028", "\\L")
        .replace("\u2029", "\\P")
    )


def neighbour_text(cut: Cut) -> str:
    """A neighbour that holds the words of a source file, to be translated."""
    lines: list[str] = []
    open_names: list[str] = []
    for segment in cut.segments:
        *names, last = segment.key.split(".")
        shared = 0
        while shared < min(len(names), len(open_names)) and names[shared] == open_names[shared]:
            shared += 1
        lines += [f"{'  ' * depth}{names[depth]}:" for depth in range(shared, len(names))]
        lines.append(f"{'  ' * len(names)}{last}: {written(segment.text, segment.sort)}")
        open_names = names
    return "\n".join(lines) + "\n"


def with_value(text: str, key: str, value: str) -> str | None:
    """A neighbour's text with one more `key`, at the end of what it belongs to.

    None where it has no place: the file is not a mapping, or a word stands where the keys lead through.
    """
    if not text.strip():
        return _lines(key.split("."), value, 0) + "\n"
    node = composed(text)
    names = key.split(".")
    while isinstance(node, yaml.MappingNode):
        below = dict(_items(node)).get(names[0])
        if below is None or len(names) == 1:
            break
        node, names = below, names[1:]
    if not isinstance(node, yaml.MappingNode) or names[0] in dict(_items(node)) or not node.value:
        return None
    assert node.start_mark is not None
    last = node.value[-1][1]
    assert last.end_mark is not None
    end = len(text[: last.end_mark.index].rstrip())
    if node.flow_style:
        return f"{text[:end]}, {_braces(names, value)}{text[end:]}"
    end = text.find("\n", end)
    end = len(text) if end < 0 else end
    return f"{text[:end]}\n{_lines(names, value, node.start_mark.column)}{text[end:]}"


def _lines(names: list[str], value: str, indent: int) -> str:
    rows = [f"{' ' * (indent + 2 * depth)}{name}:" for depth, name in enumerate(names)]
    return "\n".join(rows) + f" {value}"


def _braces(names: list[str], value: str) -> str:
    inner = f"{names[-1]}: {value}"
    for name in reversed(names[:-1]):
        inner = f"{name}: {{{inner}}}"
    return inner

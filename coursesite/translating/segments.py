"""A file cut into segments: the smallest pieces that are translated, and verbatim slices between them.

The slices of a `Cut` joined are the file, to the letter. Only what a reader sees is in a segment: a heading's
marks and id, a list's bullets, a box's kind, indentation, code, directives and facts stand between segments,
so no translation program can touch them.
"""

import re
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import Literal

from ..model.document import Adaptation

Sort = Literal["heading", "paragraph", "item", "row", "title", "words", "list", "texts", "forms"]
"""What a segment is. `words` stand in YAML; a `list` there has a text on each line, as many as in the source;
`texts` are of equal meaning, and each language has as many as it needs; `forms` are plural forms of one message, one on each line."""

SEVERAL: frozenset[Sort] = frozenset({"list", "texts"})

NAMES: dict[Sort, str] = {
    "heading": "a heading", "paragraph": "a paragraph", "item": "an entry of a list", "row": "a row of a table",
    "title": "a box's title", "words": "words", "list": "a list of texts",
    "texts": "texts of equal meaning", "forms": "plural forms",
}  # fmt: skip
"""Sorts as people call them."""


@dataclass(frozen=True)
class Segment:
    """Words at their place: `start` and `end` count characters of the file, `line` counts from 1."""

    key: str
    """`heading-id/n` on a page (0 is the heading itself, `_` is above the first), or YAML keys and ids."""
    sort: Sort
    text: str
    """Without the indentation of the file."""
    start: int
    end: int
    line: int
    adaptation: Adaptation | None = None
    """What the national team declares of the section or box that it stands in."""

    @property
    def section(self) -> str | None:
        """The id of the heading above, `_` before the first; None for words that have a key of their own."""
        return self.key.rpartition("/")[0] or None


@dataclass(frozen=True)
class Cut:
    """A file's text and the segments in it, in order."""

    text: str
    segments: tuple[Segment, ...]
    outline: tuple[tuple[int, str | None], ...] = ()
    """Level and id of a page's headings."""
    omits: frozenset[str] = frozenset()
    """Ids of the source's sections that a page leaves out."""

    @property
    def slices(self) -> tuple[str, ...]:
        """The file in verbatim pieces: every second one is a segment."""
        edges = [
            0,
            *(edge for segment in self.segments for edge in (segment.start, segment.end)),
            len(self.text),
        ]
        return tuple(self.text[start:end] for start, end in pairwise(edges))

    @property
    def replaced(self) -> frozenset[str]:
        """Ids of the source's sections that a page has in its own version, or leaves out."""
        adapted = {s.section for s in self.segments if s.sort == "heading" and s.adaptation == "adapted"}
        return self.omits | {section for section in adapted if section}

    @property
    def shape(self) -> tuple[tuple[str, Sort], ...]:
        """What must stay as it is when words change."""
        return tuple((segment.key, segment.sort) for segment in self.segments)


def fingerprint(text: str) -> str:
    """The same for texts that differ in blanks and line ends only."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:16]


_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_TARGET = re.compile(r"\]\([^()\s]*\)")


def words_in(text: str) -> list[str]:
    """The words of a text."""
    return _WORD.findall(text)


def words_of(text: str) -> int:
    """How many words a reader sees."""
    return len(words_in(_TARGET.sub("]", text)))


FEW = 3
"""Words up to which a translation may be the same as its source: names, `Quiz`, `Radio`."""


def is_untranslated(source: str, target: str) -> bool:
    """Whether these are the source's words once more."""
    return fingerprint(source) == fingerprint(target) and words_of(source) > FEW


_IMAGE = re.compile(r"!\[[^\[\]]*\]\(\s*<?([^\s()<>]*)>?[^()]*\)")

_TOKENS = (
    ("image", _IMAGE),
    ("link", re.compile(r"\]\(\s*<?([^\s()<>]*)>?")),
    ("placeholder", re.compile(r"\{\{.*?\}\}|\{%.*?%\}|_{3,}|%\(\w+\)[sd]")),
    ("attribute list", re.compile(r"(?<!\{)\{:?[^{}%]*\}(?!\})")),
    ("code", re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)),
    ("HTML", re.compile(r"</?[a-zA-Z!][^<>]*>|<!--.*?-->")),
    ("footnote", re.compile(r"\[\^[^\]]+\]")),
)
"""What stands in a translation as in its source."""


def _tokens(name: str, pattern: re.Pattern[str], text: str) -> Counter[str]:
    if name == "link":
        text = _IMAGE.sub("", text)
    return Counter(match[1] if name in {"link", "image"} else match[0] for match in pattern.finditer(text))


def broken_tokens(source: str, target: str) -> tuple[str, ...]:
    """Sentences on links, placeholders and the like that a translation lost, or has and should not."""
    found = []
    for name, pattern in _TOKENS:
        own, its = _tokens(name, pattern, source), _tokens(name, pattern, target)
        found += [f"the {name} `{token}` is missing" for token in own - its]
        found += [f"the {name} `{token}` does not stand in the source" for token in its - own]
    return tuple(found)


def cells_of(row: str) -> int:
    """How many cells a row of a table has."""
    return len(re.findall(r"(?<!\\)\|", row.strip().strip("|"))) + 1

"""A Markdown page → `Cut`. Line by line: what a line begins with says what it is."""

import re
from collections import Counter

from ..model.document import Adaptation
from .segments import Cut, Segment, Sort
from .yaml_cut import head_segments, omitted_sections

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"(\s*#{1,6}\s+)(\S.*?)((?:\s*\{:?[^{}]*\})?\s*(?:\s#+)?\s*)")
_ID = re.compile(r"\{[^{}]*?#([^\s{}]+)")
_DECLARED = re.compile(r"\{[^{}]*?(?<=[\s{:])\.(?:(national)|adapted)(?=[\s}])")
_NATIONAL_BOX = re.compile(r"\s*(?:!!!|\?\?\?\+?) +national\b")
_BOX = re.compile(r"(\s*(?:!!!|\?\?\?\+?)[^\"]*\")(.*\S.*)(\"\s*)")
_PLAIN_BOX = re.compile(r"\s*(?:!!!|\?\?\?)")
_ITEM = re.compile(r"(\s*(?:[-*+]|[0-9]{1,9}[.)])\s+)\S")
_RULE = re.compile(r"\s*(?:([-*_])(?:\s*\1){2,}|=+|-+)\s*")
_DELIMITER = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*")
_ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*")
_DEFINITION = re.compile(r"\s*\[[^\]]+\]:\s")
_HEAD = re.compile(r"\ufeff?\s*---[^\S\n]*\n(.*?)^(?:---|\.\.\.)[^\S\n]*$\n?", re.DOTALL | re.MULTILINE)
_LINES = re.compile(r"[^\n]*\n|[^\n]+")

ABOVE = "_"
"""The section before the first heading."""


def cut_page(text: str) -> Cut:
    """The page in segments. Whatever the text is, it is cut; what makes no sense is left between segments."""
    head = _HEAD.match(text)
    cutter = _Cutter(text, head.end() if head else 0)
    segments = cutter.segments()
    if head is None:
        return Cut(text, segments, tuple(cutter.outline))
    words = head_segments(head[1], head.start(1), text.count("\n", 0, head.start(1)) + 1)
    return Cut(text, (*words, *segments), tuple(cutter.outline), omitted_sections(head[1]))


class _Cutter:
    """One walk through one page's lines."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.lines = [(match.start(), match[0]) for match in _LINES.finditer(text, start)]
        self.first = text.count("\n", 0, start) + 1
        self.section = ABOVE
        self.counts: Counter[str] = Counter()
        self.counts[ABOVE] = 1
        self.found: list[Segment] = []
        self.outline: list[tuple[int, str | None]] = []
        self.declared: tuple[int, Adaptation] | None = None
        """Level of the heading whose section is national or adapted, and which of the two."""
        self.box: int | None = None
        """Indentation of the national box that is open."""

    def segments(self) -> tuple[Segment, ...]:
        """All segments of the body."""
        at = 0
        while at < len(self.lines):
            at = self._block(at)
        return tuple(self.found)

    def _block(self, at: int) -> int:
        """Take in the block that begins on a line; gives the line after it."""
        start, line = self.lines[at]
        self._boxed(line)
        if _is_between(line):
            return self._skipped(at)
        if heading := _HEADING.fullmatch(line.rstrip("\r\n")):
            identifier = _ID.search(heading[3])
            self._declare(heading[1].count("#"), identifier and identifier[1], _DECLARED.search(heading[3]))
            if identifier:
                self.section = identifier[1].replace("/", "-")
            self._add("heading", at, start + heading.start(2), start + heading.end(2))
            return at + 1
        if box := _BOX.fullmatch(line.rstrip("\r\n")):
            self._add("title", at, start + box.start(2), start + box.end(2))
            return at + 1
        if line.lstrip().startswith("|"):
            self._add("row", at, start, start + len(line))
            return at + 1
        item = _ITEM.match(line)
        end = at + 1
        while end < len(self.lines) and not _is_beginning(self.lines[end][1]):
            end += 1
        last, words = self.lines[end - 1]
        self._add(
            "item" if item else "paragraph", at, start + (item.end(1) if item else 0), last + len(words)
        )
        return end

    def _declare(self, level: int, id: str | None, declared: re.Match[str] | None) -> None:
        """Take in what a heading declares of its section, which reaches to the next of its level or above."""
        self.outline.append((level, id))
        if self.declared is None or level <= self.declared[0]:
            self.declared = (level, "national" if declared[1] else "adapted") if declared else None

    def _boxed(self, line: str) -> None:
        """Take in whether a line, which is not blank, opens or closes a national box."""
        if not line.strip():
            return
        indent = len(line) - len(line.lstrip())
        if self.box is None or indent <= self.box:
            self.box = indent if _NATIONAL_BOX.match(line) else None

    def _skipped(self, at: int) -> int:
        """The line after what stands between segments: code and comments run to their end."""
        line = self.lines[at][1]
        if fence := _FENCE.match(line):
            closing = re.compile(rf"\s*{re.escape(fence[1])}{re.escape(fence[1][0])}*\s*")
            ends = (n for n in range(at + 1, len(self.lines)) if closing.fullmatch(self.lines[n][1]))
            return next(ends, len(self.lines) - 1) + 1
        if line.lstrip().startswith("<!--"):
            return next((n for n in range(at, len(self.lines)) if "-->" in self.lines[n][1]), at) + 1
        return at + 1

    def _add(self, sort: Sort, line: int, start: int, end: int) -> None:
        """A segment without the blanks around it."""
        raw = self.text[start:end]
        start += len(raw) - len(raw.lstrip())
        end = start + len(raw.strip())
        text = re.sub(r"\r?\n[^\S\n]*", "\n", self.text[start:end])
        adaptation = self.declared[1] if self.declared else None
        if adaptation is None and self.box is not None:
            adaptation = "national"
        self.found.append(
            Segment(self._key(sort, adaptation), sort, text, start, end, self.first + line, adaptation)
        )

    def _key(self, sort: Sort, adaptation: Adaptation | None) -> str:
        if adaptation == "national":  # so that a national box moves no key of the source's
            self.counts[f"{self.section} national"] += 1
            return f"{self.section}/national-{self.counts[f'{self.section} national']}"
        if sort != "heading" and not self.counts[self.section]:
            self.counts[self.section] = 1
        number = self.counts[self.section]
        self.counts[self.section] += 1
        return f"{self.section}/{number}"


def _is_between(line: str) -> bool:
    """Whether no words stand on the line, or none that are translated."""
    return (
        not line.strip()
        or _FENCE.match(line) is not None
        or line.lstrip().startswith("<!--")
        or any(pattern.fullmatch(line.rstrip("\r\n")) for pattern in (_RULE, _DELIMITER, _ATTRIBUTES))
        or _DEFINITION.match(line) is not None
        or (_PLAIN_BOX.match(line) is not None and not _BOX.fullmatch(line.rstrip("\r\n")))
    )


def _is_beginning(line: str) -> bool:
    """Whether a line ends the paragraph above it."""
    return (
        _is_between(line)
        or line.lstrip().startswith("|")
        or any(pattern.match(line) for pattern in (_ITEM, _PLAIN_BOX))
        or _HEADING.fullmatch(line.rstrip("\r\n")) is not None
    )

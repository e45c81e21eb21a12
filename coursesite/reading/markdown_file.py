"""A Markdown file → `Document`: its front matter checked, its headings, links and directives found.

The text is scanned by line, not converted: conversion belongs to the engine that makes the site.
"""

import re
from typing import Any

from ..model.document import Adaptation, Area, Directive, Document, FrontMatter, Heading, Link, NationalBox
from ..model.entity import LocatedDict, Place
from ..model.problem import Problem
from .text_file import Unreadable
from .validation import validated
from .yaml_file import parse_yaml

_HEADING = re.compile(r"(#{1,6}) ?(.+?) ?(?:\{:?([^{}]*)\})? ?#*")
_UNDERLINE = re.compile(r"=+|-+")
_ID = re.compile(r"(?:^|\s)#([^\s]+)")
_NATIONAL = re.compile(r"(?:^|\s)\.(?:(national)|adapted)(?=\s|$)")
_BOX = re.compile(r"!!! ?[\w-]+(?: +[\w-]+)*(?: +\"[^\"]*\")?")
"""Begins a box where Markdown takes it for one."""
_NATIONAL_BOX = re.compile(r"([ \t]*)(?:!!!|\?\?\?\+?) +national\b.*")
_MINUTES = re.compile(r"(?:^|\s)minutes=\"?([0-9]{1,6})\"?(?:\s|$)")
_LINK = re.compile(
    r"(!?)(?<!\\)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*+<?([^\s()<>]*+)>?(?:\s++\"[^\"]*\")?\s*+\)"
)
_DEFINITION = re.compile(r"^\[([^\]\n]+)\]:[ \t]+<?([^\s<>]+)>?[ \t]*$", re.MULTILINE)
_DIRECTIVE = re.compile(r"<!--\s*([a-z-]+)(?:\s*:\s*([^\s]*?))?\s*-->")
_HTML = re.compile(r"</?[a-zA-Z][^\s<>]*>?|<!--|<[!?]")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:|[^<>\s@]+@)[^<>\s]+>")
_CODE = re.compile(r"(?<![`\\])(`++).+?(?<!`)\1(?!`)")
_LONG_CODE = re.compile(_CODE.pattern, re.DOTALL)
_KEY = re.compile(r"(\w+):(?:\s|$)")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_FENCE = re.compile(r"(`{3,}|~{3,}) *(?:\{.*\}|[\w#.+-]*) *")
"""Opens a box of code where Markdown takes it for one; the same signs close it."""


def parse_markdown(
    text: str, path: str, language: str, area: Area, module: str | None, name: str
) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document in `text`, or None where its front matter is not YAML, and all problems.

    A front matter with mistakes counts as empty, so that the rest of the page can be checked as well.
    """
    try:
        head_data, body, body_line = _split(text, path)
    except Unreadable as unreadable:
        return None, (unreadable.problem,)
    head_data, former = _without_review(head_data, path)
    head, problems = validated(FrontMatter, head_data, path)
    scan = _Scan(path)
    for number, line in enumerate(body.split("\n"), start=body_line):
        scan.line(number, line)
    scan.end()
    document = Document(
        path=path, language=language, area=area, module=module, name=name, head=head or FrontMatter(), body=body,
        body_line=body_line, headings=tuple(scan.headings), links=tuple(scan.links),
        directives=tuple(scan.directives), words=scan.words, boxes=tuple(scan.boxes),
    )  # fmt: skip
    return document, (*former, *problems, *scan.problems)


def _split(text: str, path: str) -> tuple[Any, str, int]:
    """Front matter's data, the body, and the line on which the body begins."""
    lines = text.split("\n")
    opening = next((number for number, line in enumerate(lines, start=1) if line.strip()), None)
    if opening is None:
        raise Unreadable(
            Problem(path, 1, "empty-file", "the file is empty", "a page's text",
                    "write the page, or delete the file")
        )  # fmt: skip
    empty = LocatedDict({}, Place(path, 1))
    if lines[opening - 1].strip() != "---":
        if (key := _KEY.match(lines[opening - 1])) and key[1] in FrontMatter.model_fields:
            raise Unreadable(
                Problem(path, opening, "front-matter-unopened",
                        f"`{key[1]}:` belongs into the head of the page, and no head begins above it",
                        "a line `---` above the head, and one below it", "add a line `---` above this one")
            )  # fmt: skip
        return empty, text, 1
    for number, line in enumerate(lines[opening:], start=opening + 1):
        if line.rstrip() in {"---", "..."}:
            data = parse_yaml("\n".join(lines[opening : number - 1]), path, first_line=opening + 1)
            return (empty if data is None else data), "\n".join(lines[number:]), number + 1
    raise Unreadable(
        Problem(path, opening, "front-matter-unclosed", "the head of the page begins with `---` but never ends",
                "a second line `---` below the last key", "add a line `---` between the head and the text")
    )  # fmt: skip


def _without_review(head: Any, path: str) -> tuple[Any, tuple[Problem, ...]]:
    """Front matter without the key that once said who reviewed a page: the ledger knows that now, by segment."""
    if not isinstance(head, LocatedDict) or "review" not in head:
        return head, ()
    problem = Problem(
        path, head.place.line_of("review"), "review-in-page", "`review` no longer stands on the page",
        "reviews in the ledger, each for the very words that were read",
        'delete this line; whoever read the page records it: python -m coursesite translate stamp --by "Name" FILE#SECTION',
    )  # fmt: skip
    return LocatedDict({key: value for key, value in head.items() if key != "review"}, head.place), (problem,)


class _Scan:
    """Walks the lines of one body and gathers what they refer to."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.directives: list[Directive] = []
        self.boxes: list[NationalBox] = []
        self.problems: list[Problem] = []
        self.words = 0
        self._fence: tuple[str, int] | None = None
        self._begun: tuple[int, int] | None = None
        """Indentation and line of the box that began on the line before."""
        self._box: tuple[int, int] | None = None
        """Indentation and line of the national box that is open."""
        self._paragraph: list[tuple[int, str]] = []

    def line(self, number: int, line: str) -> None:
        """Take in the next line."""
        text = line.strip()
        if text:
            self._begins_box(number, line)
            self._boxed(number, line)
        if self._fence:
            if line.rstrip() == self._fence[0]:
                self._fence = None
            return
        if fence := _FENCE.fullmatch(line):
            self.end_of_paragraph()
            self._fence = (fence[1], number)
            return
        if not text:
            self.end_of_paragraph()
            return
        if directive := _DIRECTIVE.fullmatch(text):
            self.end_of_paragraph()
            self.directives.append(Directive(directive[1], directive[2] or "", number))
            return
        if text[0] == "#" and (heading := _HEADING.fullmatch(" ".join(text.split()))):
            self.end_of_paragraph()
            self._paragraph.append((number, text))
            self._heading(number, len(heading[1]), heading[2], heading[3] or "")
        elif (
            _UNDERLINE.fullmatch(text)
            and len(self._paragraph) == 1
            and not self._paragraph[0][1].startswith(("|", "-", "<", "!"))
        ):
            self._heading(number - 1, 1 if text[0] == "=" else 2, self._paragraph[0][1], "")
        else:
            self._paragraph.append((number, text))

    def _begins_box(self, number: int, line: str) -> None:
        """A box's first line is as Markdown wants it, and what it holds is indented below: else readers see the signs."""
        indent, text = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip()), line.strip()
        if self._begun and indent < self._begun[0] + 4:
            self._empty_box()
        self._begun = None
        if self._fence or not text.startswith(("!!!", "???")):
            return
        if _BOX.fullmatch(text):
            self._begun = indent, number
        else:
            self._problem(
                number, "box-broken", f"`{text[:40]}` would stand on the page like this, signs and all",
                'the first line of a box: `!!! tip "Its title"`, with a kind of box in one word, and its title in '
                "straight quotation marks",
                "write the line like that; some programs turn straight quotation marks into other ones",
            )  # fmt: skip

    def _empty_box(self) -> None:
        assert self._begun is not None
        self._problem(
            self._begun[1], "box-empty", "a box begins here, and nothing is in it",
            "the text of the box below this line, with four more blanks before each of its lines",
            "put four blanks before each line that belongs to the box",
        )  # fmt: skip

    def _boxed(self, number: int, line: str) -> None:
        """A box holds the lines that are indented below it."""
        indent = len(line) - len(line.lstrip())
        if self._box and indent > self._box[0]:
            self.boxes[-1] = NationalBox(self._box[1], number)
        elif not self._fence and (box := _NATIONAL_BOX.fullmatch(line)):
            self._box = len(box[1]), number
            self.boxes.append(NationalBox(number, number))
        else:
            self._box = None

    def end(self) -> None:
        """Take in that no line follows."""
        self.end_of_paragraph()
        if self._begun:
            self._empty_box()
        if self._fence:
            self._problem(
                self._fence[1], "code-unclosed", f"the code that begins here with {self._fence[0]} never ends",
                "a line with the same signs, and nothing else, below the code",
                "add that line; or delete this one, if no code was meant",
            )  # fmt: skip

    def _problem(self, line: int, code: str, says: str, expected: str, mend: str) -> None:
        self.problems.append(Problem(self.path, line, code, says, expected, mend))

    def end_of_paragraph(self) -> None:
        """Look through the lines since the last blank one: links may run over a line's end."""
        if self._paragraph:
            self._inline(self._paragraph[0][0], "\n".join(text for _, text in self._paragraph))
            self._paragraph.clear()

    def _heading(self, number: int, level: int, text: str, attributes: str) -> None:
        self.end_of_paragraph()
        found, minutes = _ID.search(attributes), _MINUTES.search(attributes)
        declared = _NATIONAL.search(attributes)
        adaptation: Adaptation | None = ("national" if declared[1] else "adapted") if declared else None
        self.headings.append(
            Heading(
                level,
                text.strip(),
                found[1] if found else None,
                int(minutes[1]) if minutes else None,
                number,
                adaptation,
            )
        )

    def _inline(self, first: int, text: str) -> None:
        def line_at(index: int) -> int:
            return first + text.count("\n", 0, index)

        self._html(first, text)
        text = _without(_CODE, text)
        for link in _LINK.finditer(text):
            words = " ".join(link[2].split())
            self.links.append(Link(link[3], words, line_at(link.start()), image=bool(link[1])))
            if "](" in link[2]:
                self._inline(line_at(link.start(2)), link[2])
        for definition in _DEFINITION.finditer(text):
            self.links.append(Link(definition[2], definition[1], line_at(definition.start())))
        self.words += len(_WORD.findall(_LINK.sub(r"\2", _AUTOLINK.sub(" ", text))))

    def _html(self, first: int, text: str) -> None:
        """Each line's first HTML. A tag is only one if it is closed; a comment or declaration is one anyhow.

        What is code depends on what Markdown takes for a paragraph: HTML is outside of it on the line, or outside
        of it in the paragraph.
        """
        lines: dict[int, str] = {}
        for code in (_CODE, _LONG_CODE):
            plain = _without(_AUTOLINK, _without(code, text))
            last = plain.rfind(">")
            for html in _HTML.finditer(plain):
                if html.start() < last or html[0][1] in "!?":
                    lines.setdefault(first + plain.count("\n", 0, html.start()), html[0])
        for line, found in lines.items():
            if found == "<!--":
                self._problem(
                    line, "raw-html", "a comment begins here",
                    "directives only, such as <!-- hours -->: in small letters, alone on a line",
                    "delete the comment, or write the directive like that",
                )  # fmt: skip
            else:
                self._problem(
                    line, "raw-html", f"`{found}` is HTML",
                    "Markdown: **bold**, [links](page.md), tables, and boxes that begin with `!!!`",
                    "write it in Markdown; to show the sign < itself, write &lt;",
                )  # fmt: skip


def _without(pattern: re.Pattern[str], text: str) -> str:
    """The text with blanks in the place of what matches, so that lines stay where they are."""
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)

"""The sentences of a page: its running text without headings, tables, comments, code and markup."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FENCE = re.compile(r"(`{3,}|~{3,})")
_ITEM = re.compile(r"([-*+]|\d+[.)])\s+(\[[ xX]\]\s+)?")
_NOT_PROSE = re.compile(r"#{1,6}\s|\||<!--|!!!|\?\?\?|(-{3,}|={3,})$")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ADDRESS = re.compile(r"<[^>\s]+>|https?://\S+")
_ATTRIBUTES = re.compile(r"\{[^{}]*\}")
_END = re.compile(r"[.!?…]+[\"'”’»)\]*_]*\s+")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


@dataclass(frozen=True)
class Sentence:
    """A sentence's words and the line of the file on which it begins."""

    words: tuple[str, ...]
    line: int


def sentences_of(body: str, first_line: int) -> tuple[Sentence, ...]:
    """The sentences in a page's body. The end of a paragraph or list entry ends a sentence too."""
    return tuple(
        Sentence(words, line)
        for block, line in _blocks(body, first_line)
        for text, line in _cut(block, line)
        if (words := tuple(_WORD.findall(text)))
    )


def _blocks(body: str, first_line: int) -> Iterator[tuple[str, int]]:
    """Paragraphs and list entries, with the line on which each begins."""
    block: list[str] = []
    begin = first_line
    fence = ""
    for number, raw in enumerate(body.split("\n"), start=first_line):
        line = raw.strip()
        mark = _FENCE.match(line)
        if mark and (not fence or line.startswith(fence)):
            fence = "" if fence else mark[1]
        item = _ITEM.match(line)
        if fence or mark or item or not line or _NOT_PROSE.match(line):
            if block:
                yield "\n".join(block), begin
            block = []
        if item:
            line = line[item.end() :]
        if line and not fence and not mark and not _NOT_PROSE.match(line):
            begin = begin if block else number
            block.append(line)
    if block:
        yield "\n".join(block), begin


def _cut(block: str, line: int) -> Iterator[tuple[str, int]]:
    """The sentences of a block. A stop before a small letter, as in “e.g. this”, ends nothing."""
    text = _LINK.sub(r"\1", _IMAGE.sub(" ", block))
    text = _ATTRIBUTES.sub(" ", _ADDRESS.sub(" ", text))
    begin = 0
    for end in _END.finditer(text):
        if end.end() < len(text) and not text[end.end()].islower():
            yield text[begin : end.end()], line + text.count("\n", 0, begin)
            begin = end.end()
    yield text[begin:], line + text.count("\n", 0, begin)

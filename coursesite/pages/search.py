"""The search index of one language: each page cut at its headings.

{"pages": [{"u": url from the language's home, "t": title, "l": language of the text,
            "s": [[anchor, heading, text], …]}]}
"""

import json
from dataclasses import dataclass, field
from typing import Any

from lxml import html

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
SILENT = frozenset({"script", "style", "svg", "template"})
INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "var",
    }
)
"""Elements that end no word: a full stop may follow a link."""
UNSEARCHED = "data-unsearched"
"""Marks what is said about a page and is none of its words."""
MINUTES = "minutes"
"""The class of a step's minutes, which are shown in its heading and are none of its words."""


@dataclass
class SearchIndex:
    """Gathers the pages of one language, in the order in which they are built."""

    pages: list[dict[str, Any]] = field(default_factory=list)

    def add(self, url: str, title: str, language: str, content: str) -> None:
        """Take in a page's body, as HTML."""
        self.pages.append({"u": url, "t": title, "l": language, "s": sections(content)})

    def dump(self) -> str:
        """The index as JSON; letters beyond ASCII stay as they are, which halves its size."""
        return json.dumps({"pages": self.pages}, ensure_ascii=False, separators=(",", ":"))


def sections(content: str) -> list[list[str]]:
    """Anchor, heading and text of each part of a page; the first part has neither anchor nor heading.

    An entry of a generated list (`data-item`), such as a glossary term, is a part of its own; its first
    element is the heading.
    """
    found = [["", "", ""]]
    if not content.strip():
        return found
    texts: list[str] = []

    def begin(anchor: str, heading: html.HtmlElement) -> None:
        found[-1][2] = " ".join("".join(texts).split())
        texts.clear()
        words = heading.xpath(f".//text()[not(parent::*[@class='{MINUTES}'])]")
        found.append([anchor, " ".join("".join(map(str, words)).split()), ""])

    def walk(element: html.HtmlElement) -> None:
        if not isinstance(element.tag, str) or element.tag in SILENT or UNSEARCHED in element.attrib:
            return
        if element.tag in HEADINGS:
            begin(element.get("id", ""), element)
            return
        if element.get("data-item") is not None and element.get("id") and len(element):
            begin(element.get("id", ""), element[0])
        texts.append(element.text or "")
        for child in element:
            walk(child)
            texts.append(child.tail or "")
        texts.append("" if element.tag in INLINE else " ")

    walk(html.fragment_fromstring(content, create_parent="div"))
    found[-1][2] = " ".join("".join(texts).split())
    return [section for section in found if any(section)]

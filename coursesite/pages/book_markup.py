"""A rendered page → the markup of a chapter: no scripts and forms, ids unique in a book, links still open.

Pages are HTML as browsers take it. A book is XML that is good HTML as well, so that the same chapter
goes into a PDF and an EPUB. Links are resolved last, since they lead elsewhere in every book.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import tinyhtml5
from lxml import etree

SVG = "http://www.w3.org/2000/svg"
_SVG = f"{{{SVG}}}"
DEFAULT: Any = {None: SVG}
"""Drawings name their namespace themselves."""

ON_SCREEN_ONLY = frozenset(
    {"script", "style", "template", "noscript", "form", "button", "input", "select", "textarea", "dialog"}
)
"""Elements that do nothing on paper. A fragment says the same of its own by `data-screen-only`."""

VOID = frozenset({"br", "hr", "img", "wbr", "col", "area"})
"""Elements that are never closed in HTML; all others have an end tag in a book, also when they are empty."""

PLAINER = {"details": "div", "summary": "p"}
"""What folds on the screen lies open in a book."""

_HEADING = re.compile(r"h([1-6])")
_DROPPED = re.compile(r"data-|on|aria-(controls|describedby|labelledby|current|live|expanded)$")
_SCREEN_ATTRIBUTES = frozenset({"tabindex", "role", "for", "headers", "hidden", "open", "accesskey"})


@dataclass(frozen=True)
class Markup:
    """A chapter whose links are not resolved: their `href` is what `canonical` has made of it."""

    xml: str
    anchors: frozenset[str]
    pictures: tuple[str, ...]


@dataclass(frozen=True)
class LinkTarget:
    """Where a link leads from a book; `shown` is the address as paper shows it, if it leads out."""

    href: str
    shown: str = ""


def chapter_markup(
    html: str,
    chapter: str,
    level: int,
    canonical: Callable[[str], str],
    picture: Callable[[str], str],
    drawing_style: str,
) -> Markup:
    """The one element in `html`, as a chapter of this id; on level 2 its headings step down by one.

    `canonical` and `picture` take the URLs of links and images as the page has them. `drawing_style` is
    the style sheet that each drawing carries with it, since a drawing in a PDF sees no other.
    """
    body = tinyhtml5.parse(html, namespace_html_elements=False).find("body")
    pictures: list[str] = []

    def image(source: str) -> str:
        pictures.append(picture(source))
        return pictures[-1]

    builder = _Builder(chapter, level - 1, canonical, image, drawing_style)
    root = builder.built(body[0])
    root.tail = None
    return Markup(
        etree.tostring(root, encoding="unicode"), frozenset(builder.anchors), tuple(dict.fromkeys(pictures))
    )


@dataclass
class _Builder:
    chapter: str
    deeper: int
    canonical: Callable[[str], str]
    picture: Callable[[str], str]
    drawing_style: str

    def __post_init__(self) -> None:
        self.anchors: set[str] = set()

    def built(self, element: Element) -> Any:
        """The same element for a book."""
        drawing = element.tag.startswith(_SVG)
        attributes = dict(self._attributes(element, drawing))
        if drawing:
            return self._drawn(element, attributes)
        tag = PLAINER.get(element.tag, element.tag)
        if match := _HEADING.fullmatch(tag):
            tag = f"h{min(6, int(match[1]) + self.deeper)}"
        if tag == "a" and "href" not in attributes:
            tag = "span"
        copy = etree.Element(tag, attributes)
        self._fill(copy, element)
        if tag not in VOID and copy.text is None and not len(copy):
            copy.text = ""  # an end tag of its own
        return copy

    def _fill(self, copy: Any, element: Element) -> None:
        copy.text = element.text
        for child in element:
            if callable(child.tag) or _only_on_screen(child):  # a comment's tag is a function
                _append_text(copy, child.tail)
                continue
            one = self.built(child)
            one.tail = child.tail
            copy.append(one)

    def _drawn(self, element: Element, attributes: dict[str, str]) -> Any:
        copy = etree.Element(element.tag, attributes, nsmap=DEFAULT)
        if element.tag == f"{_SVG}svg" and (words := element.get("aria-label")):
            etree.SubElement(copy, f"{_SVG}title").text = words
            etree.SubElement(copy, f"{_SVG}style").text = self.drawing_style
        else:
            copy.text = element.text
        for child in element:
            one = self.built(child)
            one.tail = child.tail
            copy.append(one)
        return copy

    def _attributes(self, element: Element, drawing: bool) -> list[tuple[str, str]]:
        kept = []
        for name, value in element.attrib.items():
            if name == "id":
                kept.append((name, self._anchor(value)))
            elif name == "href" and element.tag == "a":
                kept.append((name, self.canonical(value)))
            elif name == "src" and element.tag == "img":
                kept.append((name, self.picture(value)))
            elif name.startswith(("{", "xmlns")):
                continue  # the tree knows its namespaces itself
            elif drawing or not (_DROPPED.match(name) or name in _SCREEN_ATTRIBUTES):
                kept.append((name, value))
        return kept

    def _anchor(self, id: str) -> str:
        anchor = f"{self.chapter}.{id}" if self.anchors else self.chapter  # the first is the chapter itself
        self.anchors.add(anchor)
        return anchor


def _only_on_screen(element: Element) -> bool:
    hidden = element.tag.startswith(_SVG) and element.get("aria-hidden") == "true"
    marked = any(name in element.attrib for name in ("hidden", "data-screen-only", "data-without-script"))
    icon = "icon" in element.get("class", "").split()
    return element.tag in ON_SCREEN_ONLY or hidden or marked or icon


def _append_text(parent: Any, text: str | None) -> None:
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def linked(xml: str, resolve: Callable[[str], LinkTarget | None], page_word: str) -> str:
    """A chapter with its links resolved: to places in the book, or out of it; without a target, plain text."""
    root = etree.fromstring(xml)
    for link in list(root.iter("a")):
        target = resolve(link.get("href", ""))
        kinds = link.get("class", "").split()
        if target is None:
            link.tag = "span"
            del link.attrib["href"]
        elif target.href.startswith("#"):
            link.set("href", target.href)
            if not {"term", "source", "plain"} & set(kinds):
                link.set("class", " ".join([*kinds, "inner"]))
                link.set("data-page", page_word)
        else:
            link.set("href", target.href)
            link.set("class", " ".join([*kinds, "outer"]))
            if target.shown != "".join(map(str, link.itertext())).strip():
                link.set("data-shown", target.shown)
    for element in root.iter("{*}*"):
        if element.tag not in VOID and element.text is None and not len(element):
            element.text = ""
    return etree.tostring(root, encoding="unicode")

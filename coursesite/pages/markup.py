"""Python-Markdown extension: what every page's markup needs beyond Markdown itself.

* A table gets a box that scrolls, named by the heading above it and reachable by keyboard
  (WCAG 2.1.1), and classes in the place of inline styles (which the content security policy forbids).
* A timed step, `### Title { data-minutes=15 minutes="15 min" }`, shows its minutes.
* A heading that begins a slide gets a section around it and all that belongs to it.
* `term:` and `source:` links lead to the explanations at the page's foot.

Runs after headings have been listed and links resolved, so that neither sees the additions.
"""

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from .slide_markup import group_slides

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
AFTER_LINKS = -5
"""MkDocs resolves links at priority 0, the table of contents is made at 5, attribute lists at 8."""


class CourseMarkup(Extension):
    """The extension; it has no settings."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Called by Python-Markdown."""
        md.treeprocessors.register(_Processor(md), "course-markup", AFTER_LINKS)


class _Processor(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in HEADINGS:
                _timed(element)
            elif element.tag == "a":
                _explained(element)
            elif element.tag in {"th", "td"}:
                _aligned(element)
        heading = ""
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag in HEADINGS:
                    heading = _text(child)
                elif child.tag == "table":
                    parent[index] = _boxed(child, heading)
        group_slides(root)


def _timed(heading: Element) -> None:
    if (minutes := heading.attrib.pop("minutes", None)) is None:
        return
    last = heading[-1] if len(heading) else None
    if last is None:
        heading.text = f"{heading.text or ''} "
    else:
        last.tail = f"{last.tail or ''} "
    badge = SubElement(heading, "span", {"class": "minutes"})
    badge.text = minutes


def _text(element: Element) -> str:
    words = element.text or ""
    for child in element:
        if child.get("class") != "minutes":
            words += "".join(child.itertext())
        words += child.tail or ""
    return words.strip()


def _explained(link: Element) -> None:
    scheme, _, name = link.get("href", "").partition(":")
    if scheme in {"term", "source"}:
        link.set("href", f"#{scheme}-{name}")
        link.set("class", scheme)


def _aligned(cell: Element) -> None:
    style = cell.attrib.pop("style", "")
    if style.startswith("text-align:"):
        cell.set("class", f"align-{style.removeprefix('text-align:').strip(' ;')}")


def _boxed(table: Element, name: str) -> Element:
    box = Element("div", {"class": "table", "role": "region", "tabindex": "0", "aria-label": name})
    box.tail, table.tail = table.tail, None
    for cell in table.iterfind("thead/tr/th"):
        cell.set("scope", "col")
    box.append(table)
    return box


def makeExtension(**settings: Any) -> CourseMarkup:  # noqa: N802 - the library's name
    """How Python-Markdown finds the extension by the module's name."""
    return CourseMarkup(**settings)

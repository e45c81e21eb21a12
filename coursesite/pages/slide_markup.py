"""Slides in a page's markup: what stands below a heading of the second level is one slide.

## Draw your Monday { #slide-draw minutes=5 }     a slide; its minutes are for the presenter
- Where you work                                  what is shown
!!! notes "Presenter notes"                       what is not: only the presenter sees it
"""

import re
from xml.etree.ElementTree import Element, SubElement

MARK = "data-slide"

_SLIDE = re.compile(r"^(## .*\{[^}\n]*?) *\}[ \t]*$", re.MULTILINE)


def with_slides(markdown: str) -> str:
    """A page's Markdown with each heading marked that begins a slide: those of the second level that have an id."""
    return _SLIDE.sub(rf"\1 {MARK}=yes }}", markdown)


def group_slides(root: Element) -> None:
    """Put each marked heading of a converted page into a section, with what follows it.

    section.slide > div.slide-face > div.slide-text > h2, …
                  > div.notes
    """
    children = list(root)
    text: Element | None = None
    slide: Element | None = None
    for child in children:
        if child.attrib.pop(MARK, None):
            slide = Element("section", {"class": "slide"})
            text = SubElement(
                SubElement(slide, "div", {"class": "slide-face"}), "div", {"class": "slide-text"}
            )
            root.insert(list(root).index(child), slide)
        if slide is None or text is None:
            continue
        root.remove(child)
        is_note = "notes" in child.get("class", "").split()
        (slide if is_note else text).append(child)

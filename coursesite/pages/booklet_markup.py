"""The text of one page → the same as a part of a booklet, which is another page of the site.

* headings step down by one, below the heading of the part
* every id begins with the part's, so that pages with the same ids can stand in one booklet
* links lead where they led; to a place on the page, they stay in the booklet if the place has come along
* what only a script can work is left out, and what folds lies open, as in books
"""

import posixpath
import re
from collections.abc import Iterator

from lxml import etree, html
from markupsafe import Markup, escape

from .book_markup import ON_SCREEN_ONLY, PLAINER

HOME = "../../../"
"""From a booklet to the home of its language: all booklets lie equally deep."""

EXPLAINED = frozenset({"term", "source"})
"""Classes of links to explanations at the foot of a page, which a booklet does not have."""

STYLED = frozenset({"data-minutes"})
"""Attributes that style sheets look at, and not only scripts."""

_HEADING = re.compile(r"h([1-6])")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_TO_IDS = frozenset({"for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"})
_URL_OF_ID = re.compile(r"url\(#([^)]+)\)")


def booklet_part(text: str, address: str, part: str) -> Markup:
    """The HTML of the page at `address`, for a booklet in which `part` begins its ids."""
    root = html.fragment_fromstring(text, create_parent="div")
    for element in list(_only_on_screen(root)):
        element.drop_tree()
    ids = {
        str(element.get("id")): f"{part}.{element.get('id')}" for element in root.iter() if element.get("id")
    }
    for element in list(root.iter(etree.Element)):
        if element is root:
            continue
        tag = str(element.tag)
        if tag == "a" and EXPLAINED & set(element.get("class", "").split()):
            element.drop_tag()
            continue
        if match := _HEADING.fullmatch(tag):
            element.tag = f"h{min(6, int(match[1]) + 1)}"
        element.tag = PLAINER.get(tag, element.tag)
        for name, value in list(element.attrib.items()):
            if (changed := _attribute(str(name), str(value), address, ids)) is None:
                del element.attrib[name]
            else:
                element.set(name, changed)
    children = "".join(etree.tostring(child, method="html", encoding="unicode") for child in root)
    return escape(root.text or "") + Markup(children)  # noqa: S704 - as lxml has escaped it


def _only_on_screen(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for element in root.iter():
        marked = any(name in element.attrib for name in ("hidden", "data-screen-only", "data-without-script"))
        if element is not root and (
            not isinstance(element.tag, str) or element.tag in ON_SCREEN_ONLY or marked
        ):
            yield element


def _attribute(name: str, value: str, address: str, ids: dict[str, str]) -> str | None:
    """An attribute's new value; None where it is only for scripts."""
    if (name.startswith("data-") and name not in STYLED) or name == "open":
        return None
    if name == "id":
        return ids[value]
    if name in _TO_IDS:
        return " ".join(ids.get(one, one) for one in value.split())
    if name in {"href", "src", "xlink:href"}:
        return _link(value, address, ids)
    return _URL_OF_ID.sub(lambda match: f"url(#{ids.get(match[1], match[1])})", value)


def _link(target: str, address: str, ids: dict[str, str]) -> str:
    path, sign, anchor = target.partition("#")
    if not path and anchor in ids:
        return f"#{ids[anchor]}"
    if _SCHEME.match(target):
        return target
    there = posixpath.normpath(f"{address}/{path}")
    folder = "/" if not path or path.endswith(("/", ".")) else ""
    return (HOME if there == "." else HOME + there + folder) + sign + anchor

"""A drawing for a picture: SVG that may stand inside a page.

Refused is whatever could act, fetch or clash there: scripts, links to anything, styles of its own (the site's
style sheet colours drawings by class, in light, dark and print), and ids.
"""

import re
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from ..model.picture import Picture
from ..model.problem import Problem
from .text_file import Unreadable, read_text

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = frozenset({"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text"})
ATTRIBUTES = frozenset(
    {
        "viewBox", "class", "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height",
        "points", "transform", "data-word", "text-anchor",
    }
)  # fmt: skip

_VIEW_BOX = re.compile(r"-?[\d.]+([ ,]+-?[\d.]+){3}")


def drawing_path(id: str) -> str:
    """Where the drawing of a picture lies, from the course's root."""
    return f"modules/{id}.svg"


def read_drawing(root: Path, picture: Picture) -> tuple[str, tuple[Problem, ...]]:
    """The drawing of a picture as text, and all that is wrong with it."""
    path = drawing_path(picture.id)
    if not (root / path).exists():
        return "", (
            Problem(
                picture.place.path, picture.place.line_of("id"), "drawing-missing",
                f"the picture `{picture.id}` has no drawing", f"the file `{path}`",
                "draw it, or delete these lines",
            ),
        )  # fmt: skip
    try:
        text = read_text(root, path)
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            return "", (_problem(path, "it declares a document type", "an SVG that begins with `<svg`"),)
        drawing = fromstring(text)  # noqa: S314 - entities are refused above
    except Unreadable as unreadable:
        return "", (unreadable.problem,)
    except ParseError as error:
        line = error.position[0]
        return "", (_problem(path, f"it is not XML ({error.msg})", "a well-formed SVG", line),)
    return text, tuple(sorted(_wrong(path, drawing, picture)))


def _wrong(path: str, drawing: Element, picture: Picture) -> set[Problem]:
    problems: set[Problem] = set()
    used: set[str] = set()
    known = {word.id for word in picture.words}
    if drawing.tag != f"{SVG}svg" or not _VIEW_BOX.fullmatch(drawing.get("viewBox", "")):
        problems.add(
            _problem(
                path,
                "it does not begin with an `<svg>` that has a `viewBox`",
                '`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 300">` at its root',
            )
        )
    for element in drawing.iter():
        name = element.tag.removeprefix(SVG)
        if name not in ELEMENTS:
            problems.add(_problem(path, f"it holds `<{name}>`", f"only {', '.join(sorted(ELEMENTS))}"))
        for attribute in set(element.keys()) - ATTRIBUTES:
            problems.add(
                _problem(
                    path,
                    f"`<{name}>` has the attribute `{attribute}`",
                    "shapes, and classes for their colours",
                )
            )
        if name == "text":
            id = element.get("data-word", "")
            used.add(id)
            if id not in known:
                problems.add(_problem(path, f"the word `{id}` is not one of the picture's words",
                                      f"words of `{picture.id}` in {picture.place.path}"))  # fmt: skip
    for word in picture.words:
        if word.id not in used:
            problems.add(
                Problem(word.place.path, word.place.line_of("id"), "drawing-word-unused",
                        f"the drawing of `{picture.id}` has no place for the word `{word.id}`",
                        f'`<text data-word="{word.id}">` in {path}', "add it there, or delete the word here")
            )  # fmt: skip
    return problems


def _problem(path: str, says: str, expected: str, line: int = 0) -> Problem:
    return Problem(path, line, "drawing", f"this drawing can't stand in a page: {says}", expected,
                   "save it as a plain SVG without it")  # fmt: skip

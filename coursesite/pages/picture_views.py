"""Views of pictures: the drawing with its words in the reader's language, as inline SVG."""

from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

from markupsafe import Markup

from ..model.picture import Picture
from .standpoint import Standpoint
from .views import PictureView

SVG = "http://www.w3.org/2000/svg"
LINE = "1.2em"
"""Between two lines of a word."""

register_namespace("", SVG)


def picture_view(at: Standpoint, id: str) -> PictureView:
    """A picture of the course.

    Raises:
        KeyError: there is none of this id; a check has refused it before.
    """
    picture = at.course.picture_by_id[id]
    return PictureView(
        id=picture.id,
        title=at.say(picture.title),
        alt=at.say(picture.alt),
        drawing=Markup(_drawn(at, picture)),  # noqa: S704 - reading lets only harmless shapes through
    )


def _drawn(at: Standpoint, picture: Picture) -> str:
    words = {word.id: at.say(word.text).text for word in picture.words}
    drawing = fromstring(at.course.drawings[picture.id])  # noqa: S314 - read and checked as a drawing
    drawing.set("role", "img")
    drawing.set("aria-labelledby", f"{picture.id}-says")
    drawing.set("focusable", "false")
    for text in drawing.iter(f"{{{SVG}}}text"):
        _write(text, words[text.attrib.pop("data-word")])
    return tostring(drawing, encoding="unicode")


def _write(text: Element, words: str) -> None:
    """Put the words in; ` | ` begins a new line, and the lines stay centred on the text's height."""
    lines = [line.strip() for line in words.split("|")]
    text.text = None
    for number, line in enumerate(lines):
        offset = f"{-0.6 * (len(lines) - 1):g}em" if number == 0 else LINE
        span = SubElement(text, f"{{{SVG}}}tspan", {"x": text.get("x", "0"), "dy": offset})
        span.text = line

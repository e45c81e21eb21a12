"""Views of pictures: the drawing with its words in the reader's language, as inline SVG."""

from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

from markupsafe import Markup

from ..model.picture import Picture
from .standpoint import Standpoint
from .views import PictureView

SVG = "http://www.w3.org/2000/svg"
LINE = 1.2
"""From one line of a word to the next, in the height of its letters."""

MIDDLE = 0.35
"""From the middle of a line down to what its letters stand on, likewise."""


def picture_view(at: Standpoint, id: str) -> PictureView:
    """A picture of the course.

    Raises:
        KeyError: there is none of this id; a check has refused it before.
    """
    picture = at.course.picture_by_id[id]
    return PictureView(
        id=picture.id,
        title=at.say(picture.title),
        drawing=Markup(_drawn(at, picture)),  # noqa: S704 - reading lets only harmless shapes through
    )


def _drawn(at: Standpoint, picture: Picture) -> str:
    words = {word.id: at.say(word.text) for word in picture.words}
    alt = at.say(picture.alt)
    drawing = fromstring(at.course.drawings[picture.id])  # noqa: S314 - read and checked as a drawing
    drawing.set("role", "img")
    drawing.set("aria-label", alt.text)
    drawing.set("lang", alt.language)
    for text in list(drawing.iter(f"{{{SVG}}}text")):
        word = words[text.attrib.pop("data-word")]
        if word.language != alt.language:
            text.set("lang", word.language)
        _write(text, word.text)
    register_namespace("", SVG)  # each time: other libraries change this table of the whole process
    return tostring(drawing, encoding="unicode")


def _write(text: Element, words: str) -> None:
    """Put the words in; ` | ` begins a new line. The lines together are centred on the text's `y`."""
    lines = [line.strip() for line in words.split("|")]
    text.text = None
    for number, line in enumerate(lines):
        offset = MIDDLE - LINE / 2 * (len(lines) - 1) if number == 0 else LINE
        span = SubElement(text, f"{{{SVG}}}tspan", {"x": text.get("x", "0"), "dy": f"{offset:.2f}em"})
        span.text = line

"""Pictures whose words can be translated: a drawing, and the words that belong into it."""

from .entity import Entity, Identifier
from .text import Text


class PictureWord(Entity):
    """A word or two in a picture. A line break is written as ` | `."""

    id: Identifier
    text: Text


class Picture(Entity):
    """One picture; its drawing is `modules/<id>.svg`.

    In the drawing, `<text data-word="id">` stands where a word goes.
    """

    id: Identifier
    title: Text
    """A caption; shown below the picture."""
    alt: Text
    """What the picture says, for those who do not see it: its point, not its looks."""
    words: tuple[PictureWord, ...] = ()


class Pictures(Entity):
    """`modules/pictures.yml`."""

    pictures: tuple[Picture, ...] = ()

"""Titles of booklets of exercises, and links to them."""

from ..model.exercises import exercises_of
from ..model.module import Module
from ..model.text import Wording
from .addresses import booklet_address
from .standpoint import Standpoint
from .views import LinkView

BOOKLET_STYLE = "booklet.css"
"""The style sheet of booklets of exercises."""


def booklet_title(at: Standpoint, module: Module, solutions: bool) -> Wording:
    """The title of a module's booklet of exercises."""
    words = at.words
    title = (
        words.gettext("Exercises with solutions: %(module)s")
        if solutions
        else words.gettext("Exercises: %(module)s")
    )
    return at.own(title % {"module": at.say(module.title)})


def booklet_link(at: Standpoint, module: Module, solutions: bool) -> LinkView | None:
    """A link to a module's booklet of exercises; None where it has no exercises."""
    if not exercises_of(at.course, module):
        return None
    return LinkView(booklet_title(at, module, solutions), at.addresses.to(booklet_address(module, solutions)))

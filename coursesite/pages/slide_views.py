"""Views of slides: what surrounds them where they are shown one at a time."""

from dataclasses import dataclass

from ..model.text import Wording
from .addresses import address_of, show_address
from .page import SLIDES, Page
from .standpoint import Standpoint
from .views import LinkView

SLIDES_STYLE = "slides.css"
"""The style sheet of slides that are shown one at a time."""


@dataclass(frozen=True)
class SlidesView:
    """A module's slides."""

    module: Wording
    """The module's title, which the first picture shows."""
    show: LinkView
    """Where they are shown one at a time."""
    page: LinkView
    """Where they are read, with their notes."""


def slides_view(at: Standpoint, page: Page) -> SlidesView | None:
    """What goes with a trainers' page with slides, or where they are shown; None for all other pages."""
    document, module = page.document, page.module
    if document is None or module is None or document.area != "trainer" or document.name != SLIDES:
        return None
    said = at.words.gettext("Show the slides")
    return SlidesView(
        module=at.say(module.title),
        show=LinkView(at.own(said), at.addresses.to(show_address(module))),
        page=LinkView(
            at.title_of(at.in_language(document.key) or document), at.addresses.to(address_of(document))
        ),
    )

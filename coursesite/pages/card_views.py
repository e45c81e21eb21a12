"""Views of cards to cut out."""

from dataclasses import dataclass

from ..model.cards import entries_below, with_cards
from ..model.module import Module
from ..model.text import Wording
from .addresses import cards_address
from .standpoint import Standpoint, plain
from .views import LinkView

CARDS_STYLE = "cards.css"
"""The style sheet of cards to cut out."""


@dataclass(frozen=True)
class CardSetView:
    """The cards of one activity."""

    activity: LinkView
    cards: tuple[Wording, ...]


@dataclass(frozen=True)
class CardsView:
    """The cards of a module."""

    sets: tuple[CardSetView, ...]


def cards_title(at: Standpoint, module: Module) -> Wording:
    """The title of the page with a module's cards."""
    return at.own(at.words.gettext("Cards to cut out: %(module)s") % {"module": at.say(module.title)})


def cards_link(at: Standpoint, module: Module) -> LinkView | None:
    """A link to a module's cards; None where it has none."""
    if not with_cards(at.course, module):
        return None
    return LinkView(cards_title(at, module), at.addresses.to(cards_address(module)))


def cards_view(at: Standpoint, module: Module) -> CardsView:
    """The cards of a module, each in the language that its page is in."""
    sets = []
    for activity, document in with_cards(at.course, module):
        shown = at.in_language(document.key) or document
        texts = [text for id in document.head.cards for text in entries_below(shown, id)]
        sets.append(
            CardSetView(
                at.activity_link(module, activity),
                tuple(Wording(plain(text), shown.language) for text in texts),
            )
        )
    return CardsView(tuple(sets))

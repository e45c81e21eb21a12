"""Cards to cut out are made of lists."""

from collections.abc import Iterator

from ..model.cards import entries_below, with_cards
from ..model.course import Course
from ..model.problem import Problem


def every_set_of_cards_is_a_list(course: Course) -> Iterator[Problem]:
    """What a page's head names under `cards` is a heading of that page with a list below it."""
    for module in course.modules:
        for _, document in with_cards(course, module):
            for id in document.head.cards:
                if not entries_below(document, id):
                    yield Problem(
                        document.path,
                        0,
                        "cards-without-list",
                        f"`cards` names `{id}`, and no heading of this page with that id has a list below it",
                        "the id of a heading above a list: each entry becomes a card",
                        "correct the id, or delete it",
                    )

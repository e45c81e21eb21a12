"""Cards to cut out are made of lists, and no page has the name of one that the generator makes."""

from collections.abc import Iterator

from ..model.cards import entries_below, with_cards
from ..model.course import Course
from ..model.problem import Problem

MADE = frozenset({"show", "cards", "exercises"})
"""Names of trainers' pages that the generator makes."""


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


def no_page_takes_the_place_of_one_that_is_made(course: Course) -> Iterator[Problem]:
    """Trainers' pages have other names than those that are made of slides, cards and exercises."""
    for document in course.documents:
        if document.area == "trainer" and document.name in MADE:
            yield Problem(
                document.path,
                0,
                "trainer-page-name",
                f"the generator makes a page named `{document.name}` for each module",
                "another name",
                "rename the file",
            )

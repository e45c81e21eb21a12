"""The menu and the standing pages in docs/ belong together: readers can reach what is written."""

from collections.abc import Iterator

from ..model.course import Course
from ..model.problem import Problem
from .wording import did_you_mean

HOME = "index"


def every_page_in_the_menu_exists(course: Course) -> Iterator[Problem]:
    """The menu names pages in docs/."""
    known = [document.name for document in course.source_documents if document.area == "docs"]
    for group in course.programme.menu:
        for name in group.pages:
            if name not in known:
                yield Problem(
                    course.programme.place.path,
                    course.programme.place.line_of("menu"),
                    "menu-page-missing",
                    f"the group `{group.id}` of the menu names `{name}`, and docs/{name}.md does not exist",
                    f"the name of a file in docs/, without `.md`{did_you_mean(name, known)}",
                    "correct the name, or write the page",
                )


def every_page_in_the_handbook_exists(course: Course) -> Iterator[Problem]:
    """The handbook names pages in docs/, each once."""
    known = [document.name for document in course.source_documents if document.area == "docs"]
    handbook = course.programme.handbook
    names = [*handbook.before, *handbook.after]
    place = handbook.place if handbook.place.path else course.programme.place
    for number, name in enumerate(names):
        if name not in known:
            yield Problem(
                place.path,
                place.line,
                "handbook-page-missing",
                f"the handbook names `{name}`, and docs/{name}.md does not exist",
                f"the name of a file in docs/, without `.md`{did_you_mean(name, known)}",
                "correct the name, or write the page",
            )
        elif name in names[:number]:
            yield Problem(
                place.path,
                place.line,
                "handbook-page-twice",
                f"the handbook names `{name}` more than once",
                "each page once, in `before` or in `after`",
                "delete one of them",
            )


def every_standing_page_is_in_the_menu_once(course: Course) -> Iterator[Problem]:
    """Each page in docs/ but the home page is in exactly one group; a course without a menu needs none."""
    listed = [name for group in course.programme.menu for name in group.pages]
    for document in course.source_documents:
        times = listed.count(document.name)
        if document.area == "docs" and document.name != HOME and listed and times != 1:
            yield Problem(
                document.path,
                0,
                "page-not-in-menu" if times == 0 else "page-twice-in-menu",
                f"the menu names this page {times} times"
                if times
                else "no group of the menu names this page",
                "once in `menu` (modules/programme.yml)",
                "add its name to a group there" if times == 0 else "keep its name in one group only",
            )

"""Directives: comments on a line of their own that stand for generated content."""

from collections.abc import Iterator

from ..model.course import Course
from ..model.document import Directive, Document
from ..model.problem import Problem
from .wording import did_you_mean, listed

DIRECTIVES = frozenset({
    "hours", "journey", "modules", "formats", "framework", "coverage", "list", "factors",
    "recommendations", "glossary", "sources", "homework", "languages", "trainer", "translations", "picture",
    "portfolio", "planner", "survey", "collect", "feedback", "assign", "assigned", "services", "laws",
    "downloads", "trainer-downloads",
})  # fmt: skip

ON_MODULES_PAGES = frozenset({"picture", "portfolio"})
"""Those that may stand on modules' pages."""

ONLY_FOR_TRAINEES = frozenset({"portfolio"})
"""Those that may stand nowhere else."""


def every_picture_is_shown(course: Course) -> Iterator[Problem]:
    """A page shows each picture, and no page shows one twice."""
    shown: set[str] = set()
    for document in course.source_documents:
        here: set[str] = set()
        for directive in document.directives:
            if directive.name == "picture" and directive.argument in here:
                yield Problem(
                    document.path,
                    directive.line,
                    "picture-twice",
                    f"the picture `{directive.argument}` already stands further up on this page",
                    "each picture once on a page",
                    "delete this line",
                )
            elif directive.name == "picture":
                here.add(directive.argument)
        shown |= here
    for picture in course.pictures:
        if picture.id not in shown:
            yield Problem(
                picture.place.path,
                picture.place.line_of("id"),
                "picture-unused",
                f"no page shows the picture `{picture.id}`",
                f"`<!-- picture: {picture.id} -->` on a page",
                "write that line where the picture belongs, or delete these lines and the drawing",
                "warning",
            )


def every_directive_is_known(course: Course) -> Iterator[Problem]:
    """A comment on a line of its own stands where it may, and names content that can be generated."""
    things = {
        "list": ("list", "modules/competencies.yml", [listing.id for listing in course.framework.lists]),
        "picture": ("picture", "modules/pictures.yml", list(course.picture_by_id)),
        "portfolio": ("module", "modules/programme.yml", list(course.module_by_id)),
        "survey": ("survey", "modules/surveys.yml", list(course.survey_by_id)),
    }
    for document in course.documents:
        for directive in document.directives:
            if directive.name not in DIRECTIVES:
                yield Problem(
                    document.path,
                    directive.line,
                    "unknown-directive",
                    f"`{directive.name}` is not a directive",
                    f"one of {listed(sorted(DIRECTIVES))}{did_you_mean(directive.name, sorted(DIRECTIVES))}",
                    "correct the name, or delete the line",
                )
            elif document.area != "module" and directive.name in ONLY_FOR_TRAINEES:
                yield Problem(
                    document.path,
                    directive.line,
                    "directive-not-here",
                    f"the directive `{directive.name}` stands on a page that is not trainees' own",
                    f"`{directive.name}` on the page of an activity",
                    "write it on that page, and link to it from here",
                )
            elif document.area != "docs" and directive.name not in ON_MODULES_PAGES:
                yield Problem(
                    document.path,
                    directive.line,
                    "directive-not-here",
                    f"the directive `{directive.name}` stands on a module's page",
                    f"on modules' pages only {listed(sorted(ON_MODULES_PAGES))}; the others on the pages in docs/",
                    "link to the page in docs/ that has it",
                )
            elif directive.name in things:
                yield from _unknown_thing(document, directive, *things[directive.name])
            elif directive.argument:
                yield _needless_argument(document, directive)


def _unknown_thing(
    document: Document, directive: Directive, thing: str, file: str, ids: list[str]
) -> Iterator[Problem]:
    if directive.argument not in ids:
        yield Problem(
            document.path,
            directive.line,
            "unknown-list"
            if directive.name == "list"
            else "unknown-picture"
            if directive.name == "picture"
            else "unknown-survey"
            if directive.name == "survey"
            else "unknown-portfolio",
            f"`{directive.argument}` is not the id of a {thing}"
            if directive.argument
            else f"the directive `{directive.name}` names no {thing}",
            f"a {thing} of {file}: {listed(ids)}{did_you_mean(directive.argument, ids)}",
            f"write `<!-- {directive.name}: id -->` with the id of a {thing}, or add it there",
        )


def _needless_argument(document: Document, directive: Directive) -> Problem:
    return Problem(
        document.path,
        directive.line,
        "directive-argument",
        f"`{directive.argument}` stands behind the directive `{directive.name}`",
        f"`<!-- {directive.name} -->`: only `list`, `picture`, `portfolio` and `survey` take an id",
        f"delete `: {directive.argument}`",
    )

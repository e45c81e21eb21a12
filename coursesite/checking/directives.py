"""Directives: comments on standing pages that stand for generated content."""

from collections.abc import Iterator

from ..model.course import Course
from ..model.document import Directive, Document
from ..model.problem import Problem
from .wording import did_you_mean, listed

DIRECTIVES = frozenset({
    "hours", "journey", "modules", "formats", "framework", "coverage", "list", "factors",
    "recommendations", "glossary", "sources", "homework", "languages", "trainer", "picture",
})  # fmt: skip

ANYWHERE = frozenset({"picture"})
"""Those that may also stand on modules' pages."""


def every_directive_is_known(course: Course) -> Iterator[Problem]:
    """A comment on a line of its own stands on a standing page and names content that can be generated."""
    things = {
        "list": ("modules/competencies.yml", [listing.id for listing in course.framework.lists]),
        "picture": ("modules/pictures.yml", list(course.picture_by_id)),
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
            elif document.area != "docs" and directive.name not in ANYWHERE:
                yield Problem(
                    document.path,
                    directive.line,
                    "directive-not-here",
                    f"the directive `{directive.name}` stands on a module's page",
                    "directives on the pages in docs/ only",
                    "link to the page in docs/ that has it",
                )
            elif directive.name in things:
                yield from _unknown_thing(document, directive, *things[directive.name])
            elif directive.argument:
                yield _needless_argument(document, directive)


def _unknown_thing(document: Document, directive: Directive, file: str, ids: list[str]) -> Iterator[Problem]:
    if directive.argument not in ids:
        yield Problem(
            document.path,
            directive.line,
            f"unknown-{directive.name}",
            f"`{directive.argument}` is not the id of a {directive.name}"
            if directive.argument
            else f"the directive `{directive.name}` names no {directive.name}",
            f"a {directive.name} of {file}: {listed(ids)}{did_you_mean(directive.argument, ids)}",
            f"write `<!-- {directive.name}: id -->` with the id of a {directive.name}, or add it there",
        )


def _needless_argument(document: Document, directive: Directive) -> Problem:
    return Problem(
        document.path,
        directive.line,
        "directive-argument",
        f"`{directive.argument}` stands behind the directive `{directive.name}`",
        f"`<!-- {directive.name} -->`: only `list` and `picture` take an id",
        f"delete `: {directive.argument}`",
    )

"""Directives: comments on standing pages that stand for generated content."""

from collections.abc import Iterator

from ..model.course import Course
from ..model.document import Directive, Document
from ..model.problem import Problem
from .wording import did_you_mean, listed

DIRECTIVES = frozenset({
    "hours", "journey", "modules", "formats", "framework", "coverage", "list", "factors",
    "recommendations", "glossary", "sources", "homework", "languages", "trainer",
})  # fmt: skip


def every_directive_is_known(course: Course) -> Iterator[Problem]:
    """A comment on a line of its own stands on a standing page and names content that can be generated."""
    lists = [listing.id for listing in course.framework.lists]
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
            elif document.area != "docs":
                yield Problem(
                    document.path,
                    directive.line,
                    "directive-not-here",
                    f"the directive `{directive.name}` stands on a module's page",
                    "directives on the pages in docs/ only",
                    "link to the page in docs/ that has it",
                )
            elif directive.name == "list" and directive.argument not in lists:
                yield Problem(
                    document.path,
                    directive.line,
                    "unknown-list",
                    f"`{directive.argument}` is not the id of a list"
                    if directive.argument
                    else "the directive `list` names no list",
                    f"a list of modules/competencies.yml: {listed(lists)}{did_you_mean(directive.argument, lists)}",
                    "write `<!-- list: id -->` with the id of a list, or add the list there",
                )
            elif directive.name != "list" and directive.argument:
                yield _needless_argument(document, directive)


def _needless_argument(document: Document, directive: Directive) -> Problem:
    return Problem(
        document.path,
        directive.line,
        "directive-argument",
        f"`{directive.argument}` stands behind the directive `{directive.name}`",
        f"`<!-- {directive.name} -->`: only `list` takes an id",
        f"delete `: {directive.argument}`",
    )

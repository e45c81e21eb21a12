"""References: the glossary and the list of sources hold what the course uses, no less and no more.

A term is used where a page links to it, or where a used term says `see`. A source is used where a page
or a YAML file names it, or where a used source is cited in it.
"""

from typing import Callable, Iterable, Iterator

from ..model.course import Course
from ..model.problem import Problem
from .wording import did_you_mean

TERM = "term:"
SOURCE = "source:"

def every_term_that_pages_use_is_in_the_glossary(course: Course) -> Iterator[Problem]:
    """A `term:` link leads to a term of the glossary."""
    for path, line, name in _linked(course, TERM):
        if name not in course.terms:
            yield Problem(
                path,
                line,
                "undefined-term",
                f"`{name}` is not in the glossary",
                f"the id of a term in modules/glossary.yml{did_you_mean(name, course.terms)}",
                "correct the id, add the term there, or write the words without a link",
            )


def every_source_that_pages_cite_is_listed(course: Course) -> Iterator[Problem]:
    """A `source:` link leads to a source that is listed."""
    for path, line, name in _linked(course, SOURCE):
        if name not in course.source_by_id:
            yield Problem(
                path,
                line,
                "undefined-source",
                f"`{name}` is not in the list of sources",
                f"the id of a source in modules/sources.yml{did_you_mean(name, course.source_by_id)}",
                "correct the id, or add the source there",
            )


def every_term_is_used(course: Course) -> Iterator[Problem]:
    """The glossary explains no word that the course does without."""
    used = _closure(
        (name for _, _, name in _linked(course, TERM)),
        lambda name: course.terms[name].see if name in course.terms else (),
    )
    for term in course.glossary.terms:
        if term.id not in used:
            yield Problem(
                term.place.path,
                term.place.line_of("id"),
                "unused-term",
                f"no page uses the term `{term.id}`",
                f"a link `(term:{term.id})` on a page, or in `see` of a term that is used",
                "link the term where it is first used, or delete it",
                "warning",
            )


def every_source_is_used(course: Course) -> Iterator[Problem]:
    """The list of sources names no work that nothing rests on."""

    def cites(name: str) -> tuple[str, ...]:
        source = course.source_by_id.get(name)
        return (source.cited_in,) if source and source.cited_in else ()

    used = _closure(_named_sources(course), cites)
    for source in course.sources.sources:
        if source.id not in used:
            yield Problem(
                source.place.path,
                source.place.line_of("id"),
                "unused-source",
                f"nothing names the source `{source.id}`",
                f"`{source.id}` in the `sources` of a page or entry, or a link `(source:{source.id})`",
                "name it where its facts are used, or delete it",
                "warning",
            )


def _linked(course: Course, prefix: str) -> Iterator[tuple[str, int, str]]:
    """Path, line and id of every link that begins with `prefix`."""
    for document in course.documents:
        for link in document.links:
            if link.target.startswith(prefix):
                yield document.path, link.line, link.target.removeprefix(prefix)


def _named_sources(course: Course) -> Iterator[str]:
    yield from (name for _, _, name in _linked(course, SOURCE))
    for document in course.documents:
        yield from document.head.sources
    for entity in (
        *course.framework.competencies,
        *course.framework.lists,
        *course.toolkit.recommendations,
        *course.glossary.terms,
    ):
        yield from entity.sources


def _closure(names: Iterable[str], more: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """The names and all that they lead to."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(more(name))
    return frozenset(found)

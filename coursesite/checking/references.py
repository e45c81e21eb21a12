"""References: the glossary and the list of sources hold what the course uses, no less and no more.

A term is used where a page links to it, or where a used term says `see`. A source is used where a page
or a YAML file names it, or where a used source is cited in it.
"""

from collections.abc import Callable, Iterable, Iterator

from ..model.course import Course
from ..model.problem import Problem
from .mentions import mentions, sources_of_facts, terms_on_pages, unknown

GLOSSARY = "modules/glossary.yml"
SOURCES = "modules/sources.yml"


def every_term_that_is_used_exists(course: Course) -> Iterator[Problem]:
    """Links on pages, and terms that say `see`, name terms of the glossary."""
    see = (one for term in course.glossary.terms for one in mentions(term.see, term.place, "see"))
    used = (*terms_on_pages(course), *see)
    return unknown(used, course.terms, "a term", GLOSSARY, code="unknown-term")


def every_source_that_is_used_exists(course: Course) -> Iterator[Problem]:
    """Pages and entries name sources that are listed."""
    cited_in = (
        one
        for source in course.sources.sources
        if source.cited_in is not None
        for one in mentions((source.cited_in,), source.place, "cited_in")
    )
    used = (*sources_of_facts(course), *cited_in)
    return unknown(used, course.source_by_id, "a source", SOURCES, code="unknown-source")


def every_term_is_used(course: Course) -> Iterator[Problem]:
    """The glossary explains no word that the course does without."""
    used = _closure(
        (mention.name for mention in terms_on_pages(course)),
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

    used = _closure((mention.name for mention in sources_of_facts(course)), cites)
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

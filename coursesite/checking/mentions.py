"""Mentions: ids where they are given or used, each with its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.course import Course
from ..model.entity import Place
from ..model.problem import Problem
from .wording import did_you_mean

TERM = "term:"
SOURCE = "source:"


@dataclass(frozen=True)
class Mention:
    """An id and the place where it stands."""

    name: str
    path: str
    line: int


def mentions(names: Iterable[str], place: Place, key: str) -> Iterator[Mention]:
    """The ids that stand under `key` of the mapping at `place`."""
    return (Mention(name, place.path, place.line_of(key)) for name in names)


def terms_on_pages(course: Course) -> Iterator[Mention]:
    """Terms that pages link to."""
    return _linked(course, TERM)


def sources_of_facts(course: Course) -> Iterator[Mention]:
    """Sources that pages and entries attribute facts to."""
    framework = course.framework
    for competency in framework.competencies:
        yield from mentions(competency.sources, competency.place, "sources")
    for listing in framework.lists:
        yield from mentions(listing.sources, listing.place, "sources")
    for recommendation in course.toolkit.recommendations:
        yield from mentions(recommendation.sources, recommendation.place, "sources")
    for term in course.glossary.terms:
        yield from mentions(term.sources, term.place, "sources")
    for document in course.documents:
        yield from mentions(document.head.sources, document.head.place, "sources")
    yield from _linked(course, SOURCE)


def unknown(
    used: Iterable[Mention], known: Iterable[str], sort: str, home: str, *, code: str
) -> Iterator[Problem]:
    """Problems with ids that are used and stand for nothing. `sort` carries its article: “an outcome”."""
    known = list(known)
    for mention in used:
        if mention.name not in known:
            yield Problem(
                mention.path,
                mention.line,
                code=code,
                says=f"`{mention.name}` is not the id of {sort}",
                expected=f"the id of {sort} in {home}{did_you_mean(mention.name, known)}",
                mend="correct the id here, or add it there",
            )


def _linked(course: Course, prefix: str) -> Iterator[Mention]:
    for document in course.documents:
        for link in document.links:
            if link.target.startswith(prefix):
                yield Mention(link.target.removeprefix(prefix), document.path, link.line)

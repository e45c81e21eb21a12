"""Ids: each is given once within its sort, and each that is used has been given.

Progress, translations and deep links hang on ids, so a wrong one is never guessed around.
"""

from dataclasses import dataclass
from typing import Iterable, Iterator

from ..model.course import Course
from ..model.entity import Place
from ..model.problem import Problem
from .wording import counted, did_you_mean, listed

FRAMEWORK = "modules/competencies.yml"
TOOLKIT = "modules/toolkit.yml"
PROGRAMME = "modules/programme.yml"
GLOSSARY = "modules/glossary.yml"
SOURCES = "modules/sources.yml"


@dataclass(frozen=True)
class _Id:
    """An id where it is given or used."""

    name: str
    path: str
    line: int


def every_id_is_given_once(course: Course) -> Iterator[Problem]:
    """Within a sort, such as outcomes or terms, no id stands for two things."""
    for sort, ids in _given(course):
        first: dict[str, _Id] = {}
        for one in ids:
            other = first.setdefault(one.name, one)
            if other is not one:
                yield Problem(
                    one.path,
                    one.line,
                    "duplicate-id",
                    f"`{one.name}` is already the id of another {sort} ({other.path}, line {other.line})",
                    f"an id of its own for each {sort}, in the whole course",
                    "give the newer of the two another id; the older one may already be in use",
                )


def every_outcome_that_is_used_exists(course: Course) -> Iterator[Problem]:
    """Activities name outcomes of the framework."""
    used = (
        used
        for module in course.modules
        for activity in module.activities
        for used in _used(activity.outcomes, activity.place, "outcomes")
    )
    return _unknown(used, course.outcomes, "an outcome", FRAMEWORK, code="unknown-outcome")


def every_setting_that_is_used_exists(course: Course) -> Iterator[Problem]:
    """Activities, formats and the table of hours name settings of the programme."""

    def used() -> Iterator[_Id]:
        for module in course.modules:
            for activity in module.activities:
                yield from _used((activity.setting,), activity.place, "setting")
        for form in course.programme.formats:
            yield from _used((form.setting,), form.place, "setting")
        for entry in course.programme.modules:
            yield from _used(entry.hours, entry.place, "hours")

    known = [setting.id for setting in course.programme.settings]
    return _unknown(used(), known, "a setting", PROGRAMME, code="unknown-setting")


def every_module_that_is_used_exists(course: Course) -> Iterator[Problem]:
    """Blocks name modules of the programme."""
    used = (
        used
        for setting in course.programme.settings
        for block in setting.blocks
        for used in _used(block.modules, block.place, "modules")
    )
    known = [entry.id for entry in course.programme.modules]
    return _unknown(used, known, "a module", PROGRAMME, code="unknown-module")


def every_competency_that_is_used_exists(course: Course) -> Iterator[Problem]:
    """Modules and entries of lists name competencies of the framework."""

    def used() -> Iterator[_Id]:
        for module in course.modules:
            yield from _used(module.competencies, module.place, "competencies")
        for listing in course.framework.lists:
            for item in listing.items:
                yield from _used(item.competencies, item.place, "competencies")

    return _unknown(used(), course.competencies, "a competency", FRAMEWORK, code="unknown-competency")


def every_level_that_is_used_exists(course: Course) -> Iterator[Problem]:
    """Factors name levels of the toolkit."""
    used = (used for factor in course.toolkit.factors for used in _used((factor.level,), factor.place, "level"))
    known = [level.id for level in course.toolkit.levels]
    return _unknown(used, known, "a level", TOOLKIT, code="unknown-level")


def every_role_that_is_used_exists(course: Course) -> Iterator[Problem]:
    """Factors and recommendations name roles of the toolkit."""

    def used() -> Iterator[_Id]:
        for factor in course.toolkit.factors:
            yield from _used(factor.roles, factor.place, "roles")
        for recommendation in course.toolkit.recommendations:
            for item in recommendation.items:
                yield from _used(item.roles, item.place, "roles")

    known = [role.id for role in course.toolkit.roles]
    return _unknown(used(), known, "a role", TOOLKIT, code="unknown-role")


def every_source_that_is_used_exists(course: Course) -> Iterator[Problem]:
    """Facts are attributed to sources that are listed."""

    def used() -> Iterator[_Id]:
        for entity in (
            *course.framework.competencies,
            *course.framework.lists,
            *course.toolkit.recommendations,
            *course.glossary.terms,
        ):
            yield from _used(entity.sources, entity.place, "sources")
        for source in course.sources.sources:
            if source.cited_in is not None:
                yield from _used((source.cited_in,), source.place, "cited_in")
        for document in course.documents:
            yield from _used(document.head.sources, document.head.place, "sources")

    return _unknown(used(), course.source_by_id, "a source", SOURCES, code="unknown-source")


def every_term_to_see_exists(course: Course) -> Iterator[Problem]:
    """Terms send readers to terms that are in the glossary."""
    used = (used for term in course.glossary.terms for used in _used(term.see, term.place, "see"))
    return _unknown(used, course.terms, "a term", GLOSSARY, code="unknown-term")


def every_outcome_has_an_indicator_for_each_level(course: Course) -> Iterator[Problem]:
    """An outcome has as many indicators as the framework has levels."""
    levels = course.framework.levels
    for competency in course.framework.competencies:
        for outcome in competency.outcomes:
            if len(outcome.indicators) != len(levels):
                yield Problem(
                    outcome.place.path,
                    outcome.place.line_of("indicators"),
                    "indicator-count",
                    f"the outcome `{outcome.id}` has "
                    f"{counted(len(outcome.indicators), 'indicator', 'indicators')}",
                    f"{len(levels)}, one for each level: {listed(level.id for level in levels)}",
                    "write one sentence for each level, lowest first",
                )


def _given(course: Course) -> Iterator[tuple[str, Iterable[_Id]]]:
    """All ids that the course's YAML files give, by sort."""
    programme, framework, toolkit = course.programme, course.framework, course.toolkit
    yield "setting", (_id(setting.id, setting.place) for setting in programme.settings)
    yield "block", (_id(block.id, block.place) for setting in programme.settings for block in setting.blocks)
    yield "format", (_id(form.id, form.place) for form in programme.formats)
    yield "module", (_id(entry.id, entry.place) for entry in programme.modules)
    yield "language", (_id(language.code, language.place, "code") for language in programme.languages)
    yield "level", (_id(level.id, level.place) for level in framework.levels)
    yield "competency", (_id(competency.id, competency.place) for competency in framework.competencies)
    yield "outcome", (_id(one.id, one.place) for competency in framework.competencies for one in competency.outcomes)
    yield "list", (_id(listing.id, listing.place) for listing in framework.lists)
    yield "entry of a list", (_id(item.id, item.place) for listing in framework.lists for item in listing.items)
    yield "activity", (_id(activity.id, activity.place) for module in course.modules for activity in module.activities)
    yield "level of the toolkit", (_id(level.id, level.place) for level in toolkit.levels)
    yield "role", (_id(role.id, role.place) for role in toolkit.roles)
    yield "factor", (_id(factor.id, factor.place) for factor in toolkit.factors)
    yield "group of recommendations", (_id(group.id, group.place) for group in toolkit.recommendations)
    yield "recommendation", (_id(item.id, item.place) for group in toolkit.recommendations for item in group.items)
    yield "term", (_id(term.id, term.place) for term in course.glossary.terms)
    yield "source", (_id(source.id, source.place) for source in course.sources.sources)


def _id(name: str, place: Place, key: str = "id") -> _Id:
    return _Id(name, place.path, place.line_of(key))


def _used(names: Iterable[str], place: Place, key: str) -> Iterator[_Id]:
    return (_id(name, place, key) for name in names)


def _unknown(used: Iterable[_Id], known: Iterable[str], sort: str, home: str, *, code: str) -> Iterator[Problem]:
    known = list(known)
    for one in used:
        if one.name not in known:
            yield Problem(
                one.path,
                one.line,
                code=code,
                says=f"`{one.name}` is not the id of {sort}",
                expected=f"the id of {sort} in {home}{did_you_mean(one.name, known)}",
                mend="correct the id here, or add it there",
            )

"""Ids: each is given once within its sort, and each that is used has been given.

Progress, translations and deep links hang on ids, so a wrong one is never guessed around.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from ..model.course import Course
from ..model.entity import Place
from ..model.problem import Problem, counted
from ..model.programme import Language
from .mentions import Mention, mentions, unknown
from .wording import listed

FRAMEWORK = "modules/competencies.yml"
TOOLKIT = "modules/toolkit.yml"
PROGRAMME = "modules/programme.yml"


def every_id_is_given_once(course: Course) -> Iterator[Problem]:
    """Within a sort, such as outcomes or terms, no id stands for two things."""
    for sort, ids in _given(course):
        first: dict[str, Mention] = {}
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
        for used in mentions(activity.outcomes, activity.place, "outcomes")
    )
    return unknown(used, course.outcomes, "an outcome", FRAMEWORK, code="unknown-outcome")


def every_setting_that_is_used_exists(course: Course) -> Iterator[Problem]:
    """Activities, formats and the table of hours name settings of the programme."""

    def used() -> Iterator[Mention]:
        for module in course.modules:
            for activity in module.activities:
                yield from mentions((activity.setting,), activity.place, "setting")
        for form in course.programme.formats:
            yield from mentions((form.setting,), form.place, "setting")
        for entry in course.programme.modules:
            yield from mentions(entry.hours, entry.place, "hours")

    known = [setting.id for setting in course.programme.settings]
    return unknown(used(), known, "a setting", PROGRAMME, code="unknown-setting")


def every_module_that_is_used_exists(course: Course) -> Iterator[Problem]:
    """Blocks name modules of the programme."""
    used = (
        used
        for setting in course.programme.settings
        for block in setting.blocks
        for used in mentions(block.modules, block.place, "modules")
    )
    known = [entry.id for entry in course.programme.modules]
    return unknown(used, known, "a module", PROGRAMME, code="unknown-module")


def every_competency_that_is_used_exists(course: Course) -> Iterator[Problem]:
    """Modules and entries of lists name competencies of the framework."""

    def used() -> Iterator[Mention]:
        for module in course.modules:
            yield from mentions(module.competencies, module.place, "competencies")
        for listing in course.framework.lists:
            for item in listing.items:
                yield from mentions(item.competencies, item.place, "competencies")

    return unknown(used(), course.competencies, "a competency", FRAMEWORK, code="unknown-competency")


def every_level_that_is_used_exists(course: Course) -> Iterator[Problem]:
    """Factors name levels of the toolkit."""
    used = (
        used for factor in course.toolkit.factors for used in mentions((factor.level,), factor.place, "level")
    )
    known = [level.id for level in course.toolkit.levels]
    return unknown(used, known, "a level", TOOLKIT, code="unknown-level")


def every_role_that_is_used_exists(course: Course) -> Iterator[Problem]:
    """Factors and recommendations name roles of the toolkit."""

    def used() -> Iterator[Mention]:
        for factor in course.toolkit.factors:
            yield from mentions(factor.roles, factor.place, "roles")
        for recommendation in course.toolkit.recommendations:
            for item in recommendation.items:
                yield from mentions(item.roles, item.place, "roles")

    known = [role.id for role in course.toolkit.roles]
    return unknown(used(), known, "a role", TOOLKIT, code="unknown-role")


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


def _given(course: Course) -> Iterator[tuple[str, Iterable[Mention]]]:
    """All ids that the course's YAML files give, by sort."""
    programme, framework, toolkit = course.programme, course.framework, course.toolkit
    yield "setting", _ids(programme.settings)
    yield "block", _ids(block for setting in programme.settings for block in setting.blocks)
    yield "format", _ids(programme.formats)
    yield "module", _ids(programme.modules)
    yield "language", (one for language in programme.languages for one in _code(language))
    yield "group of the menu", _ids(programme.menu)
    yield "level", _ids(framework.levels)
    yield "competency", _ids(framework.competencies)
    yield "outcome", _ids(outcome for competency in framework.competencies for outcome in competency.outcomes)
    yield "list", _ids(framework.lists)
    yield "entry of a list", _ids(item for listing in framework.lists for item in listing.items)
    yield "activity", _ids(activity for module in course.modules for activity in module.activities)
    yield "level of the toolkit", _ids(toolkit.levels)
    yield "role", _ids(toolkit.roles)
    yield "factor", _ids(toolkit.factors)
    yield "group of recommendations", _ids(toolkit.recommendations)
    yield "recommendation", _ids(item for group in toolkit.recommendations for item in group.items)
    yield "term", _ids(course.glossary.terms)
    yield "source", _ids(course.sources.sources)
    yield "picture", _ids(course.pictures)
    for picture in course.pictures:
        yield f"word of the picture `{picture.id}`", _ids(picture.words)
    yield "survey", _ids(course.surveys.surveys)
    yield "scale", _ids(course.surveys.scales)
    yield "list of answers", _ids(course.surveys.answers)
    for answers in course.surveys.answers:
        yield f"answer of the list `{answers.id}`", _ids(answers.options)
    for survey in course.surveys.surveys:
        parts = [part for section in survey.sections for part in (section, *section.questions)]
        yield f"section or question of the survey `{survey.id}`", _ids(parts)


class _WithId(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def place(self) -> Place: ...


def _ids(entities: Iterable[_WithId]) -> Iterator[Mention]:
    return (Mention(one.id, one.place.path, one.place.line_of("id")) for one in entities)


def _code(language: Language) -> Iterator[Mention]:
    return mentions((language.code,), language.place, "code")

"""Views of modules and activities: cards, and what the generator adds to their pages."""

from ..model.document import Document, FrontMatter
from ..model.module import Activity, Module
from .addresses import LEARNING
from .booklet_links import booklet_link
from .hours_views import module_bar
from .standpoint import Standpoint
from .task_views import sheet_link
from .views import (
    ActivityPart,
    CriterionView,
    FactView,
    ModuleCardView,
    ModulePart,
    PortfolioView,
    TemplateFieldView,
)

JOURNAL_KINDS = frozenset({"reflection", "survey"})
"""Kinds of activities that end in notes of one's own."""


def module_cards(at: Standpoint) -> tuple[ModuleCardView, ...]:
    """Every module as one meets it on a list."""
    return tuple(_card(at, module) for module in at.course.modules)


def _card(at: Standpoint, module: Module) -> ModuleCardView:
    words = at.words
    count = len(module.activities)
    return ModuleCardView(
        id=module.id,
        number=at.module_number(module),
        title=at.say(module.title),
        summary=at.say(module.summary),
        url=at.addresses.to(at.module_address(module)),
        hours=words.duration(at.course.minutes(module)),
        activities=words.ngettext("%(n)s activity", "%(n)s activities", count) % {"n": words.number(count)},
        competencies=at.tags(module.competencies),
        bar=module_bar(at, module),
    )


def module_part(at: Standpoint, module: Module) -> ModulePart:
    """Outcomes, hours and activities of a module."""
    taught = {id for activity in module.activities for id in activity.outcomes}
    return ModulePart(
        outcomes=tuple(
            at.outcome(outcome) for outcome in at.course.outcomes.values() if outcome.id in taught
        ),
        bar=module_bar(at, module),
        activities=tuple(at.activity(module, activity) for activity in module.activities),
        booklet=booklet_link(at, module, solutions=False),
    )


def activity_part(
    at: Standpoint, module: Module, activity: Activity, document: Document | None
) -> ActivityPart:
    """Materials, template and criteria of an activity, and what it leads to."""
    head = document.head if document else FrontMatter()
    return ActivityPart(
        id=activity.id,
        minutes=activity.minutes,
        materials=head.materials,
        fields=tuple(TemplateFieldView(f.id, f.label, f.hint, f.lines) for f in head.fields),
        criteria=tuple(CriterionView(c.id, c.text) for c in head.criteria),
        journal=activity.kind in JOURNAL_KINDS,
        outcomes=tuple(at.outcome(at.course.outcomes[id]) for id in activity.outcomes),
        sheet=sheet_link(at, module, activity) if activity.kind == "homework" and head.fields else None,
    )


def portfolio_view(at: Standpoint, id: str) -> PortfolioView:
    """The homework of a module that has a template.

    Raises:
        KeyError: there is no such module; a check has refused it before.
    """
    module = at.course.module_by_id[id]
    written = [
        activity.id
        for activity in module.activities
        if (document := at.in_language(f"modules/{id}/{activity.id}.md")) and document.head.fields
    ]
    return PortfolioView(tuple(written), at.addresses.to(LEARNING) + "course.json")


def module_facts(at: Standpoint, module: Module) -> tuple[FactView, ...]:
    """Time of a module, as a whole and by setting."""
    words = at.words
    whole = FactView("time", at.own(words.gettext("Time")), at.own(words.duration(at.course.minutes(module))))
    parts = (
        FactView(setting.delivery, at.say(setting.title), at.own(words.duration(minutes)))
        for setting in at.course.programme.settings
        if (minutes := at.course.minutes(module, setting.id))
    )
    return (whole, *parts)


def activity_facts(at: Standpoint, activity: Activity) -> tuple[FactView, ...]:
    """Kind, time and setting of an activity."""
    words = at.words
    setting = next(s for s in at.course.programme.settings if s.id == activity.setting)
    return (
        FactView(activity.kind, at.own(words.gettext("Kind")), at.own(words.kind(activity.kind))),
        FactView("time", at.own(words.gettext("Time")), at.own(words.duration(activity.minutes))),
        FactView(setting.delivery, at.own(words.gettext("Setting")), at.say(setting.title)),
    )

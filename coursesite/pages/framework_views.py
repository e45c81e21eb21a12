"""Views of what is learned: the framework, its coverage by modules, and the lists that it rests on."""

from ..model.competency import Competency, Outcome
from ..model.module import ASSESSING, PRACTISING, TEACHING, Activity, Module
from .standpoint import Standpoint
from .views import (
    CompetencyView,
    CoverageCellView,
    CoverageGroupView,
    CoverageRowView,
    CoverageView,
    FrameworkOutcomeView,
    FrameworkView,
    IndicatorView,
    LinkView,
    ListItemView,
    ListView,
)


def framework_view(at: Standpoint) -> FrameworkView:
    """Competencies with outcomes, indicators at each level, and where they are learned."""
    framework = at.course.framework
    return FrameworkView(
        levels=tuple(IndicatorView(at.say(level.title), at.say(level.summary)) for level in framework.levels),
        competencies=tuple(
            _competency(at, competency, number)
            for number, competency in enumerate(framework.competencies, start=1)
        ),
    )


def _competency(at: Standpoint, competency: Competency, number: int) -> CompetencyView:
    minutes = sum(
        activity.minutes
        for module in at.course.modules
        for activity in module.activities
        if competency in at.course.competencies_of(activity)
    )
    return CompetencyView(
        id=competency.id,
        number=number,
        title=at.say(competency.title),
        summary=at.say(competency.summary),
        hours=at.words.duration(minutes),
        outcomes=tuple(_outcome(at, outcome) for outcome in competency.outcomes),
        sources=at.source_links(competency.sources),
    )


def _outcome(at: Standpoint, outcome: Outcome) -> FrameworkOutcomeView:
    levels = at.course.framework.levels
    activities = [(m, a) for m in at.course.modules for a in m.activities if outcome.id in a.outcomes]
    views = [at.activity(module, activity) for module, activity in activities]
    return FrameworkOutcomeView(
        outcome=at.outcome(outcome),
        indicators=tuple(
            IndicatorView(at.say(level.title), at.say(text))
            for level, text in zip(levels, outcome.indicators, strict=True)
        ),
        activities=tuple(LinkView(view.title, view.url) for view in views if view.url is not None),
    )


def coverage_view(at: Standpoint) -> CoverageView:
    """Outcomes by modules: taught, practised, assessed."""
    return CoverageView(
        modules=tuple(at.module_link(module) for module in at.course.modules),
        groups=tuple(
            CoverageGroupView(
                title=at.say(competency.title),
                rows=tuple(
                    CoverageRowView(at.outcome(o), tuple(_cell(at, m, o) for m in at.course.modules))
                    for o in competency.outcomes
                ),
            )
            for competency in at.course.framework.competencies
        ),
    )


def _cell(at: Standpoint, module: Module, outcome: Outcome) -> CoverageCellView:
    def any_of(kinds: frozenset[str]) -> bool:
        return any(_treats(activity, outcome, kinds) for activity in module.activities)

    words = at.words
    taught, practised, assessed = any_of(TEACHING), any_of(PRACTISING), any_of(ASSESSING)
    said = [
        word
        for is_so, word in (
            (taught, words.gettext("taught")),
            (practised, words.gettext("practised")),
            (assessed, words.gettext("assessed")),
        )
        if is_so
    ]
    return CoverageCellView(taught, practised, assessed, words.listing(said) if said else "")


def _treats(activity: Activity, outcome: Outcome, kinds: frozenset[str]) -> bool:
    return activity.kind in kinds and outcome.id in activity.outcomes


def list_view(at: Standpoint, id: str) -> ListView:
    """A list, each entry with the competencies that answer it."""
    listing = next(one for one in at.course.framework.lists if one.id == id)
    return ListView(
        id=listing.id,
        title=at.say(listing.title),
        summary=at.say(listing.summary),
        items=tuple(
            ListItemView(item.id, at.say(item.text), at.tags(item.competencies)) for item in listing.items
        ),
        sources=at.source_links(listing.sources),
    )

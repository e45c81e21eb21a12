"""Views of the toolkit: factors by level and effect, and recommendations."""

from collections.abc import Iterable

from ..model.text import Text
from ..model.toolkit import Effect, NamedThing
from .standpoint import Standpoint
from .views import (
    ChoiceView,
    FactorsView,
    FactorTableView,
    FactorView,
    RecommendationItemView,
    RecommendationsView,
    RecommendationView,
)

EFFECTS: tuple[Effect, ...] = ("promoting", "impeding")


def factors_view(at: Standpoint) -> FactorsView:
    """One table for each level and effect that has factors."""
    toolkit = at.course.toolkit
    national = at.course.national.factors if at.course.national else ()
    tables = (
        FactorTableView(
            level=_choice(at, level),
            effect=effect,
            effect_title=at.words.effect(effect),
            factors=tuple(
                FactorView(
                    id=factor.id,
                    text=at.say(factor.text),
                    action=at.say(factor.action),
                    roles=_roles(at, factor.roles),
                    role_ids=" ".join(factor.roles),
                    national=factor in national,
                )
                for factor in toolkit.factors
                if factor.level == level.id and factor.effect == effect
            ),
        )
        for level in toolkit.levels
        for effect in EFFECTS
    )
    return FactorsView(
        levels=tuple(_choice(at, level) for level in toolkit.levels),
        roles=_roles(at, (role.id for role in toolkit.roles)),
        tables=tuple(table for table in tables if table.factors),
    )


def recommendations_view(at: Standpoint) -> RecommendationsView:
    """Groups of recommendations, each with the roles that it speaks to."""
    toolkit = at.course.toolkit
    return RecommendationsView(
        roles=_roles(at, (role.id for role in toolkit.roles)),
        groups=tuple(
            RecommendationView(
                id=group.id,
                title=at.say(group.title),
                items=tuple(_item(at, item.id, item.text, item.roles) for item in group.items),
                sources=at.source_links(group.sources),
            )
            for group in toolkit.recommendations
        ),
    )


def _item(at: Standpoint, id: str, text: Text, roles: tuple[str, ...]) -> RecommendationItemView:
    return RecommendationItemView(id, at.say(text), _roles(at, roles), " ".join(roles))


def _choice(at: Standpoint, thing: NamedThing) -> ChoiceView:
    return ChoiceView(thing.id, at.say(thing.title))


def _roles(at: Standpoint, ids: Iterable[str]) -> tuple[ChoiceView, ...]:
    roles = {role.id: role for role in at.course.toolkit.roles}
    return tuple(_choice(at, roles[id]) for id in ids if id in roles)

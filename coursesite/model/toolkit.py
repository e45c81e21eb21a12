"""The toolkit: what promotes and what impedes, at which level, who can act, and how."""

from typing import Annotated, Literal

from pydantic import Field

from .entity import Entity, Identifier
from .text import Text

Effect = Literal["promoting", "impeding"]


class NamedThing(Entity):
    """A level or a role of the toolkit."""

    id: Identifier
    title: Text


class Factor(Entity):
    """Something that promotes or impedes, and one thing that can be done about it."""

    id: Identifier
    level: Identifier
    effect: Effect
    roles: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    text: Text
    action: Text


class RecommendationItem(Entity):
    """One recommendation and the roles that it speaks to."""

    id: Identifier
    text: Text
    roles: tuple[Identifier, ...] = ()


class Recommendation(Entity):
    """A group of recommendations."""

    id: Identifier
    title: Text
    sources: tuple[Identifier, ...] = ()
    items: Annotated[tuple[RecommendationItem, ...], Field(min_length=1)]


class Toolkit(Entity):
    """`modules/toolkit.yml`."""

    levels: Annotated[tuple[NamedThing, ...], Field(min_length=1)]
    roles: Annotated[tuple[NamedThing, ...], Field(min_length=1)]
    factors: tuple[Factor, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()

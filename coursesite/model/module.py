"""A module and its activities. Minutes stand on activities only: all other hours are sums of them."""

from typing import Annotated, Literal

from pydantic import Field

from .entity import Entity, Identifier
from .programme import Minutes
from .text import Text

Kind = Literal[
    "reading", "lecture", "exercise", "discussion", "reflection",
    "homework", "practice", "supervision", "quiz", "survey",
]  # fmt: skip

TEACHING: frozenset[Kind] = frozenset({"reading", "lecture"})
ASSESSING: frozenset[Kind] = frozenset({"quiz", "survey"})
PRACTISING: frozenset[Kind] = frozenset(
    {"exercise", "discussion", "reflection", "homework", "practice", "supervision"}
)
STEPPED: frozenset[Kind] = frozenset({"lecture", "exercise", "discussion", "practice", "supervision"})
"""Kinds whose page is a sequence of timed steps."""


class Activity(Entity):
    """The smallest thing that takes time. Its competencies follow from its outcomes."""

    id: Identifier
    title: Text
    kind: Kind
    setting: Identifier
    minutes: Minutes
    outcomes: tuple[Identifier, ...] = ()
    after: Identifier | None = None
    """In meetings: the activity of another module that it directly follows, where it should not wait for its own."""
    planned: bool = False
    """Its page is not written yet; refused in a release."""


class ModuleFile(Entity):
    """`modules/<id>/module.yml`, as written."""

    title: Text
    summary: Text
    competencies: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    """The first is the main one."""
    activities: Annotated[tuple[Activity, ...], Field(min_length=1)]


class Module(ModuleFile):
    """A module with its id, which is the name of its folder."""

    id: Identifier

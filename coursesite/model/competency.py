"""The competency framework: what trainees learn, in the form of the European Qualifications Framework."""

from typing import Annotated, Literal

from pydantic import Field

from .entity import Entity, Identifier
from .text import Text

Form = Literal["knowledge", "skill", "responsibility"]
"""Knowledge, skills, responsibility and autonomy: the three columns of the EQF."""


class Level(Entity):
    """One step of self-assessment."""

    id: Identifier
    title: Text
    summary: Text


class Outcome(Entity):
    """What a trainee can do afterwards. `text` completes “The trainee can …”."""

    id: Identifier
    form: Form
    text: Text
    indicators: tuple[Text, ...]
    """One sentence for each level of the framework, lowest first."""


class Competency(Entity):
    """One element of the framework."""

    id: Identifier
    title: Text
    short: Text
    """One to three words, for labels and charts."""
    summary: Text
    sources: tuple[Identifier, ...] = ()
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1)]


class ListItem(Entity):
    """One entry of a list, with the competencies that answer it."""

    id: Identifier
    text: Text
    competencies: tuple[Identifier, ...] = ()


class Listing(Entity):
    """A list that the framework rests on, such as its principles or a partner's own list of skills."""

    id: Identifier
    title: Text
    summary: Text
    sources: tuple[Identifier, ...] = ()
    items: Annotated[tuple[ListItem, ...], Field(min_length=1)]


class Framework(Entity):
    """`modules/competencies.yml`."""

    levels: Annotated[tuple[Level, ...], Field(min_length=2)]
    competencies: Annotated[tuple[Competency, ...], Field(min_length=1)]
    lists: tuple[Listing, ...] = ()

"""What pages refer to: the glossary's terms and the sources of facts."""

from typing import Annotated

from pydantic import Field

from .entity import Entity, Identifier
from .text import NO_TEXTS, OwnTexts, Text


class Term(Entity):
    """A word that readers may not know."""

    id: Identifier
    term: Text
    definition: Text
    forms: OwnTexts = NO_TEXTS
    """Words that translations may use for it; `*` stands for any ending, or beginning. Without any, the term itself."""
    avoid: OwnTexts = NO_TEXTS
    """Rivals that translations do not use: words that one might think of, and that were decided against."""
    see: tuple[Identifier, ...] = ()
    sources: tuple[Identifier, ...] = ()


class Glossary(Entity):
    """`modules/glossary.yml`."""

    terms: tuple[Term, ...] = ()


class Source(Entity):
    """A document that facts come from. Titles and names stay in their own language."""

    id: Identifier
    title: str
    authors: str = ""
    year: Annotated[int, Field(ge=1000, le=2100)] | None = None
    publisher: str = ""
    note: Text | None = None
    cited_in: Identifier | None = None
    """The source that names this one, where we rest on its account."""


class Sources(Entity):
    """`modules/sources.yml`."""

    sources: tuple[Source, ...] = ()

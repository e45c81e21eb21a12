"""A Markdown file: its front matter, and what its text refers to. The text itself is kept as written."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from .entity import Entity, Identifier, Place

Area = Literal["docs", "module", "trainer"]
"""Standing pages, what trainees are taught, and what only trainers see."""

Adaptation = Literal["national", "adapted"]
"""What a national team declares in a translation: a part of its own, or its own version of one of the source."""


def _day(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError as error:
        raise ValueError("a day of the calendar, such as `2031-05-28`") from error
    return value


Date = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_day)]
"""A day, in ISO form."""


Label = Annotated[str, Field(min_length=1)]
"""Words in one language, which are there."""


class TemplateField(Entity):
    """One named field of a homework's template."""

    id: Identifier
    label: str
    hint: str = ""
    lines: Annotated[int, Field(gt=0, le=40)] = 4
    """Height on the printed sheet, in lines of writing."""


class Criterion(Entity):
    """One thing that the trainer's feedback looks at."""

    id: Identifier
    text: str


class NationalTeam(Entity):
    """Who answers for what is national on a page, and when they last read whether it is still right (ISO date)."""

    by: Label
    date: Date


class FrontMatter(Entity):
    """The head of a page. In a translation, its words are translated and its ids are kept."""

    sources: tuple[Identifier, ...] = ()
    materials: tuple[str, ...] = ()
    fields: tuple[TemplateField, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    cards: tuple[Identifier, ...] = ()
    """Ids of headings whose lists are printed as cards to cut out; a translation needs none, since the source's hold."""
    omits: dict[Identifier, Label] = Field(default_factory=dict)
    """Only in translations: ids of sections that the national team leaves out, each with the reason."""
    national: NationalTeam | None = None
    """Only in translations, and there wherever something is added, adapted or left out."""


@dataclass(frozen=True)
class Heading:
    """A heading: `id` is None where the author gave none; `minutes` where it is a timed step.

    `adaptation` is what it declares of itself and the headings below it, `{ #id .national }`.
    """

    level: int
    text: str
    id: str | None
    minutes: int | None
    line: int
    adaptation: Adaptation | None = None


@dataclass(frozen=True)
class Link:
    """A link or an image as written."""

    target: str
    text: str
    line: int
    image: bool = False


@dataclass(frozen=True)
class Directive:
    """A comment on a line of its own that stands for generated content."""

    name: str
    argument: str
    line: int


@dataclass(frozen=True)
class NationalBox:
    """A box that a national team adds, `!!! national "Title"`: its first and its last line."""

    line: int
    last: int


@dataclass(frozen=True)
class Document:
    """One Markdown file in one language."""

    path: str
    """From the course's root, such as `modules/m01/index.sv.md`."""
    language: str
    area: Area
    module: str | None
    """Id of the module it belongs to."""
    name: str
    """File name without language and `.md`: the id of an activity, or `index`."""
    head: FrontMatter
    body: str
    body_line: int
    """Line of the file on which the body begins."""
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    directives: tuple[Directive, ...]
    words: int
    boxes: tuple[NationalBox, ...] = ()

    @property
    def key(self) -> str:
        """The same for a page in all its languages: the source file's path."""
        folder, _, _ = self.path.rpartition("/")
        return f"{folder}/{self.name}.md" if folder else f"{self.name}.md"

    @property
    def place(self) -> Place:
        """The file as a whole."""
        return Place(self.path, 1)

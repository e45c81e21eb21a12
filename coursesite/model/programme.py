"""The programme: its languages, settings, meeting formats and modules, with the hours that they must add up to."""

from typing import Annotated, Literal

from pydantic import Field

from .entity import Entity, Identifier
from .text import Text

Hours = Annotated[float, Field(ge=0, multiple_of=0.25, strict=True, allow_inf_nan=False)]
"""Clock hours; quarters are the finest step."""

Minutes = Annotated[int, Field(gt=0, strict=True)]

Delivery = Literal["blocks", "meetings", "own-time"]
"""How the hours of a setting reach people: whole days in a row, meetings cut into sessions, or alone."""


class Language(Entity):
    """A language of the site. The first one listed is the source."""

    code: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]
    name: str
    """In the language itself."""
    locale: Annotated[str, Field(pattern=r"^[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?$")]
    """CLDR locale for dates, numbers and units, such as `pt_PT`."""
    direction: Literal["ltr", "rtl"] = "ltr"
    quotes: Annotated[str, Field(pattern=r"^(\S{2}|\S{4})$")] | None = None
    """Quotation marks that its translations are held to: opening and closing, then those inside them if it has others."""
    alphabet: str | None = None
    """Its letters in order, with blanks between them, where lists of words follow it: `a b c č d …`.

    Needed only where letters with marks, or several letters, have places of their own.
    """


class Block(Entity):
    """Some days in a row that hold the activities of some modules, such as a week abroad."""

    id: Identifier
    title: Text
    days: Annotated[int, Field(gt=0)]
    minutes: Minutes
    """Of one day, without breaks."""
    modules: tuple[Identifier, ...]


class Setting(Entity):
    """Where and with whom an activity happens."""

    id: Identifier
    title: Text
    summary: Text
    delivery: Delivery
    hours: Hours
    blocks: tuple[Block, ...] = ()


class MeetingFormat(Entity):
    """One way to cut a setting's hours into sessions. Trainers choose; the sum never changes."""

    id: Identifier
    title: Text
    setting: Identifier
    sessions: Annotated[int, Field(gt=0)]
    minutes: Minutes
    """Of one session, without breaks."""
    breaks: Annotated[int, Field(ge=0)] = 0
    """Minutes of breaks on top of each session."""


class ModuleHours(Entity):
    """A module's place in the programme and the hours that its activities must add up to, by setting."""

    id: Identifier
    hours: dict[Identifier, Hours]


class MenuGroup(Entity):
    """Standing pages that belong together. `shown` says where readers find them."""

    id: Identifier
    title: Text
    shown: Literal["before-modules", "after-modules", "trainers", "footer"]
    pages: Annotated[tuple[str, ...], Field(min_length=1)]
    """Names of files in docs/, without `.md`."""


class Handbook(Entity):
    """Standing pages that the printed handbook of the whole course holds, around its modules."""

    before: tuple[str, ...] = ()
    """Names of files in docs/, without `.md`."""
    after: tuple[str, ...] = ()


class Programme(Entity):
    """`modules/programme.yml`."""

    id: Identifier
    """Names the course in browsers' storage and in packages."""
    title: Text
    summary: Text
    hours: Hours
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    settings: Annotated[tuple[Setting, ...], Field(min_length=1)]
    formats: tuple[MeetingFormat, ...] = ()
    modules: Annotated[tuple[ModuleHours, ...], Field(min_length=1)]
    menu: tuple[MenuGroup, ...] = ()
    handbook: Handbook = Field(default_factory=Handbook)

    @property
    def source_language(self) -> str:
        """Code of the language that authors write in."""
        return self.languages[0].code

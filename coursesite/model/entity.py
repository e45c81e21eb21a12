"""What all entities of a course share: they are frozen, refuse unknown keys, and know where they stand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic.json_schema import SkipJsonSchema

IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def _identifier(value: str) -> str:
    if not IDENTIFIER.fullmatch(value):
        raise ValueError(
            "an id has small letters a to z, digits and single hyphens, and begins with a letter"
        )
    return value


Identifier = Annotated[str, AfterValidator(_identifier)]
"""A permanent name, the same in every language. Progress, translations and deep links hang on it."""


@dataclass(frozen=True)
class Place:
    """Where a mapping stands in an author's file: its path from the course's root, and its lines (from 1)."""

    path: str
    line: int
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def line_of(self, key: str) -> int:
        """The line of one key; the mapping's own line if the key is not written."""
        return self.lines.get(key, self.line)

    def at(self, key: str) -> "Place":
        """The place of one key, for something that is made from what stands there."""
        return Place(self.path, self.line_of(key))


NOWHERE = Place("", 0)


class LocatedDict(dict[str, Any]):
    """A mapping as it was read, that still knows its place."""

    def __init__(self, items: Mapping[str, Any], place: Place) -> None:
        super().__init__(items)
        self.place = place


class Entity(BaseModel):
    """Base of everything that mirrors a mapping in a file."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    place: SkipJsonSchema[Place] = Field(default_factory=lambda: NOWHERE, repr=False)

    @model_validator(mode="before")
    @classmethod
    def _keep_the_place(cls, data: Any) -> Any:
        if not isinstance(data, LocatedDict):
            return data
        if "place" in data:
            raise ValueError("`place` is not a key that can be written")
        return {**data, "place": data.place}

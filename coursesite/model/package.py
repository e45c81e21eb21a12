"""What `coursesite packages` has made: the files that people can download. Mirrors `packages/packages.json`."""

from typing import Annotated, Literal

from pydantic import Field

from .book import Audience
from .entity import Entity, Identifier

MANIFEST = "packages/packages.json"
"""The list of all files, from the course's root."""

PackageFormat = Literal["pdf", "epub"]


class Package(Entity):
    """One file."""

    path: Annotated[str, Field(pattern=r"^[A-Za-z0-9./-]+$")]
    """From the folder of all packages."""
    format: PackageFormat
    audience: Audience
    module: Identifier | None
    """The module that it holds, or None for the whole course."""
    language: str
    size: Annotated[int, Field(gt=0)]
    """In bytes."""
    pages: Annotated[int, Field(gt=0)] | None
    """Pages of paper; None where the reader's screen decides."""
    translated: Annotated[int, Field(ge=0)]
    chapters: Annotated[int, Field(gt=0)]
    """How many chapters it has; of these, `translated` are in its language."""


class Packages(Entity):
    """The list."""

    packages: tuple[Package, ...]

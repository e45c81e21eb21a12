"""`packages`: the handbooks that people print or read offline."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..flow import look_at, translating
from ..model.book import Book
from ..model.course import Course
from ..model.package import MANIFEST
from ..pages.books import books
from ..pages.site import Site
from .asking import refuse, root_option

if TYPE_CHECKING:
    from ..exports import Made

EPOCH = "SOURCE_DATE_EPOCH"
"""In the environment: when the course was last changed, in seconds; `make` says it. Files are dated by it."""

LIBRARIES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

FIRST_DAY = 315532800
"""The first of January 1980, where nobody says when: a date that no one will take for real."""


@click.command("packages")
@root_option
@click.option("--language", "languages", multiple=True, help="Only this language, such as sv.")
@click.option("--module", help="Only this module.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="Where to; packages/ in the course's folder if not said."
)
@click.option(
    "--site-url", envvar="SITE_URL", help="Where the site stands, for links that lead out of a handbook."
)
@click.option(
    "--workers", type=click.IntRange(1), default=os.cpu_count() or 1, help="How many are made at once."
)
def packages_command(
    root: Path,
    languages: tuple[str, ...],
    module: str | None,
    out: Path | None,
    site_url: str | None,
    workers: int,
) -> None:
    """Make handbooks to print (PDF) and to read offline (EPUB): each module and the whole course.

    A language gets a handbook if at least one of its pages is translated. What an earlier run has made is replaced.
    """
    findings = look_at(root)
    if findings.course is None or findings.errors:
        refuse("\n\n".join([*map(str, findings.errors), "The course has problems. Mend them first."]))
    course = findings.course
    if unknown := [code for code in languages if code not in course.languages]:
        refuse(f"`{unknown[0]}` is no language of this course. It has {', '.join(course.languages)}.")
    if module is not None and module not in course.module_by_id:
        refuse(f"`{module}` is no module of this course. It has {', '.join(course.module_by_id)}.")
    made = datetime.fromtimestamp(int(os.environ.get(EPOCH, FIRST_DAY)), UTC)
    address = f"{site_url.rstrip('/')}/" if site_url else None
    found = _books(root, course, languages or course.languages, module, made, address)
    folder = out or root / Path(MANIFEST).parent
    try:
        from ..exports import NotOurs, write_packages  # noqa: PLC0415 - no other command waits for it
    except OSError as missing:
        refuse(
            f"{missing}\nThis needs the library Pango. On Debian: apt-get install {LIBRARIES}, or: make packages"
        )
    try:
        _tell(folder, write_packages(found, root, folder, made, workers))
    except NotOurs as other:
        refuse(str(other))


def _books(
    root: Path,
    course: Course,
    languages: tuple[str, ...],
    module: str | None,
    made: datetime,
    address: str | None,
) -> Iterator[Book]:
    standing = translating(root, course).standing
    site = Site(course, root / "overrides", None, address, translations=standing)
    for language in languages:
        yield from books(site, language, made.date() if made.timestamp() > FIRST_DAY else None, module)


def _tell(folder: Path, made: "Made") -> None:
    if made.faults:
        refuse("\n".join([*made.faults, "Nothing was written."]))
    for package in made.packages:
        pages = f", {package.pages} pages" if package.pages else ""
        click.echo(f"{package.path}  {package.size / 1e6:.1f} MB{pages}")
    click.echo(f"{len(made.packages)} files in {folder}")

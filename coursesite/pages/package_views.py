"""Views of what can be downloaded: handbooks by module, as files to print and to read offline."""

from dataclasses import dataclass

from ..model.book import Audience
from ..model.module import Module
from ..model.package import MANIFEST, Package
from ..model.text import Wording
from .standpoint import Standpoint

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class DownloadView:
    """One file."""

    url: str
    name: str
    """What it is good for and its format: `To print (PDF)`."""
    facts: str
    """Its size and pages."""


@dataclass(frozen=True)
class DownloadGroupView:
    """The files of one book in one language."""

    id: str
    title: Wording
    language: str
    """Code of the language that its files are in."""
    note: str
    """What there is to know about the language; empty where they are wholly in the reader's."""
    files: tuple[DownloadView, ...]


@dataclass(frozen=True)
class DownloadsView:
    """All books for one audience. Without `groups`, nobody has made any."""

    audience: Audience
    groups: tuple[DownloadGroupView, ...]


def downloads_view(at: Standpoint) -> DownloadsView:
    """What trainees can download."""
    return _downloads(at, "trainees")


def trainers_downloads_view(at: Standpoint) -> DownloadsView:
    """What trainers can."""
    return _downloads(at, "trainers")


def _downloads(at: Standpoint, audience: Audience) -> DownloadsView:
    made = [package for package in at.course.packages if package.audience == audience]
    groups = []
    for module in (None, *at.course.modules):
        own = [package for package in made if package.module == (module and module.id)]
        for language in (at.words.language, at.course.source_language):
            if files := [package for package in own if package.language == language]:
                groups.append(_group(at, module, files))
                break
    return DownloadsView(audience, tuple(groups))


def _group(at: Standpoint, module: Module | None, files: list[Package]) -> DownloadGroupView:
    title = at.say(module.title) if module else at.own(at.words.gettext("The whole course"))
    return DownloadGroupView(
        id=f"download-{module.id if module else 'course'}",
        title=title,
        language=files[0].language,
        note=_note(at, files[0]),
        files=tuple(
            _file(at, package) for package in sorted(files, key=lambda one: one.format, reverse=True)
        ),
    )


def _note(at: Standpoint, package: Package) -> str:
    words = at.words
    source = at.course.programme.languages[0].name
    if package.language != words.language:
        return words.gettext("In this language only: %(language)s") % {"language": source}
    if package.translated == package.chapters:
        return ""
    told = words.gettext(
        "Translated: %(n)s of %(all)s chapters. The others are in this language: %(language)s."
    )
    numbers = {"n": words.number(package.translated), "all": words.number(package.chapters)}
    return told % {**numbers, "language": source}


def _file(at: Standpoint, package: Package) -> DownloadView:
    words = at.words
    size = words.gettext("%(n)s MB") % {"n": words.number(max(0.1, round(package.size / MEGABYTE, 1)))}
    facts = [size]
    if package.pages:
        count = words.ngettext("%(n)s page", "%(n)s pages", package.pages)
        facts.append(count % {"n": words.number(package.pages)})
    names = {"pdf": words.gettext("To print (PDF)"), "epub": words.gettext("To read offline (EPUB)")}
    folder = MANIFEST.partition("/")[0]
    return DownloadView(
        url=f"{at.addresses.root()}{folder}/{package.path}",
        name=names[package.format],
        facts=" · ".join(facts),
    )

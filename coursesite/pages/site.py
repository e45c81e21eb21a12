"""All pages of a course: where they lie, what their bodies are, and what surrounds them."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..model.course import Course
from ..model.document import Directive, Document
from ..model.translation import Translation
from .adaptation_views import signatures
from .addresses import (
    HOME,
    LEARNING,
    SEARCH,
    Addresses,
    activity_address,
    address_of,
    asset_address,
    source_uri,
)
from .desk_views import DESK, STATUS, exchange_path, status_data
from .evaluation_views import evaluation_files
from .fragments import Body, BodyBuilder, Fragments
from .learning import learning_data
from .notice_views import ABOVE, changed_views
from .page import Page, languages_of, pages_of
from .page_views import page_title, page_view
from .planning_views import planning_files
from .slide_markup import with_slides
from .standpoint import Standpoint
from .views import PageView
from .words import load_words

_FIRST_HEADING = re.compile(r"^# .*$", re.MULTILINE)
_EXPLAINED = re.compile(r"\[([^\[\]]+)\]\((?:term|source):[^)]*\)")
"""Links that lead to the foot of a page; on paper, their words remain."""
_MINUTES = re.compile(r"\bminutes=\"?\d+\"?")


@dataclass(frozen=True)
class LanguageHome:
    """A language's entry on the page that says that a page does not exist."""

    code: str
    name: str
    direction: str
    url: str
    words: dict[str, str]


@dataclass(frozen=True)
class Alternate:
    """The same page in another language, at an absolute address."""

    hreflang: str
    href: str


@dataclass(frozen=True)
class Location:
    """A page's entry in the site map, at an absolute address."""

    loc: str
    alternates: tuple[Alternate, ...]


class Site:
    """A sound course, ready to be shown.

    `overrides` holds templates and catalogues; `icons` is one more folder of templates (the theme's); books have none.
    `site_url` is absolute and ends in a slash, or None where the site's address is not known.
    """

    def __init__(
        self,
        course: Course,
        overrides: Path,
        icons: Path | None,
        site_url: str | None = None,
        edit_uri: str | None = None,
        translations: Mapping[str, Translation] | None = None,
    ) -> None:
        self.course = course
        self.site_url = site_url
        self.edit_uri = edit_uri
        self.translations = translations or {}
        self.words = {
            language.code: load_words(language, overrides / "locales", course.programme.languages[0])
            for language in course.programme.languages
        }
        self._fragments = {code: Fragments((overrides, icons), words) for code, words in self.words.items()}

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every page of the course that all national teams share, sorted by address."""
        return self.pages_in(self.course.source_language)

    @cached_property
    def _pages(self) -> dict[str, dict[str, Page]]:
        """Pages by language, then by the path under which the engine files them."""
        shared = {page.uri: page for page in pages_of(self.course)}
        editions = self.course.edition_by_language
        return {
            code: {page.uri: page for page in pages_of(editions[code])} if code in editions else shared
            for code in self.course.languages
        }

    @cached_property
    def _addresses(self) -> dict[str, frozenset[str]]:
        """Addresses of each language's pages."""
        return {code: frozenset(page.address for page in pages.values()) for code, pages in self._pages.items()}

    def pages_in(self, language: str) -> tuple[Page, ...]:
        """Every page of a language once, sorted by address: a national team may have pages of its own."""
        return tuple(self._pages[language].values())

    def page_at(self, uri: str, language: str) -> Page | None:
        """The page that the engine files under a path."""
        return self._pages[language].get(uri)

    @cached_property
    def assets(self) -> dict[str, str]:
        """Pictures and the like: where they lie in the site → path from the course's root."""
        return {asset_address(path): path for path in self.course.assets}

    def standpoint(self, page: Page, language: str) -> Standpoint:
        """The course as seen from a page in one language."""
        return self._standpoint(page.address, language)

    def _standpoint(self, address: str, language: str) -> Standpoint:
        course, words = self.course.edition(language), self.words[language]
        return Standpoint(course, words, address, self.translations, self.edit_uri, self._addresses)

    def render(self, template: str, language: str, **values: object) -> str:
        """A template of `overrides/` in one language."""
        environment = self._fragments[language].environment
        return environment.get_template(template).render(page_language=language, **values)

    def body(self, page: Page, language: str) -> Body:
        """The page's hand-written text, its links made the engine's and its directives replaced."""
        at = self.standpoint(page, language)
        shown = page.document and at.in_language(page.document.key)
        if shown is None:
            return Body("", ())
        builder = BodyBuilder()
        notes = {
            section: builder.marked(self._fragments[language].render_note("section-changed", view, at))
            for section, view in changed_views(at, page, shown).items()
        }
        text = self._timed(shown, notes, signatures(shown, self.words[shown.language]))
        if shown.area != "module":
            text = _FIRST_HEADING.sub("", text, count=1)
        if page.kind == "slides":
            text = with_slides(text)
        if page.kind == "sheet":
            text = _EXPLAINED.sub(r"\1", text)
        for link in shown.links:
            if (target := self._engine_link(at.course, page, shown, link.target)) != link.target:
                text = text.replace(f"]({link.target}", f"]({target}")
        for directive in shown.directives:
            markup = self._fragments[language].render(directive, at)
            text = _replaced(text, directive, builder.marked(markup))
        return Body(text, tuple(builder.fragments))

    def _timed(self, document: Document, notes: Mapping[str, str], signed: Mapping[int, str]) -> str:
        """The body with the minutes of its steps worded in its own language, and notes below its headings.

        `signed` goes below lines of the file, by number.
        """
        lines = document.body.split("\n")
        words = self.words[document.language]
        for heading in document.headings:
            if heading.minutes is not None:
                worded = rf'data-minutes={heading.minutes} minutes="{words.duration(heading.minutes)}"'
                index = heading.line - document.body_line
                lines[index] = _MINUTES.sub(worded, lines[index])
            if heading.id and heading.id in notes:
                below = heading.line - document.body_line
                below += not lines[below].lstrip().startswith("#")  # one that is underlined takes two lines
                lines[below] += f"\n{notes[heading.id]}"
        for line, sentence in signed.items():
            lines[line - document.body_line] += sentence
        return notes.get(ABOVE, "") + "\n".join(lines)

    def same_in_all_languages(self, page: Page) -> bool:
        """Whether a page's body in the source language has the same HTML wherever it stands in.

        Pictures exist once, so that their relative addresses differ.
        """
        return page.document is not None and not any(link.image for link in page.document.links)

    def _engine_link(self, course: Course, page: Page, document: Document, target: str) -> str:
        """A link as written on disk → the same between the paths under which the engine files pages."""
        path, sign, anchor = target.partition("#")
        if not path or ":" in path:
            return target
        on_disk = _joined(Path(document.path).parent.as_posix(), path)
        versions = course.pages.get(on_disk, {})
        if linked := versions.get(course.source_language) or versions.get(document.language):
            uri = source_uri(address_of(linked), _is_folder(linked))
        elif on_disk in self.course.quiz_pages:
            uri = source_uri(activity_address(*self.course.quiz_pages[on_disk]), overview=False)
        elif on_disk in self.course.assets:
            uri = asset_address(on_disk)
        else:
            return target
        return _relative(page.uri, uri) + sign + anchor

    def view(self, page: Page, language: str) -> PageView:
        """All that surrounds the page's body."""
        return page_view(self.standpoint(page, language), page, self.site_url, self.edit_uri)

    def title(self, page: Page, language: str) -> str:
        """The page's title in one language."""
        return page_title(self.standpoint(page, language), page).text

    def url(self, page: Page) -> str:
        """The page's URL from the home of any language."""
        return f"{page.address}/" if page.address else ""

    def search_path(self, language: str) -> str:
        """Where a language's search index lies, from the site's root: beside its search page."""
        addresses = Addresses(SEARCH, language, self.course.source_language)
        return addresses.path(SEARCH, language) + "search.json"

    def files(self, language: str) -> dict[str, str | bytes]:
        """What pages of a language fetch or hand out, beside themselves: path from the site's root → content."""
        at = self._standpoint(LEARNING, language)
        found: dict[str, str | bytes] = {
            at.addresses.path(LEARNING, language) + "course.json": learning_data(at),
            **evaluation_files(lambda here: self._standpoint(here, language)),
            **planning_files(lambda here: self._standpoint(here, language)),
        }
        if self._has_desk:
            found[at.addresses.path(at.directive_page(DESK), language) + STATUS] = status_data(at)
        return found

    @property
    def _has_desk(self) -> bool:
        return DESK in self.course.page_of_directive

    def handed_out(self, language: str, translating: Callable[[str], Mapping[str, str]]) -> dict[str, str]:
        """Files for translators: path from the site's root → text. `translating` makes those of a language, by name."""
        if not self._has_desk or language not in self.translations:
            return {}
        at = self._standpoint(LEARNING, language)
        return {exchange_path(at, name): text for name, text in translating(language).items()}

    def language_of(self, page: Page, language: str) -> str:
        """The language that a page's body is really in."""
        return language if language in languages_of(self.course, page) else self.course.source_language

    def homes(self, root: str) -> tuple[LanguageHome, ...]:
        """Each language's home and its words for a page that does not exist. `root` ends in a slash."""
        homes = []
        for language in self.course.programme.languages:
            words = self.words[language.code]
            path = Addresses(HOME, language.code, self.course.source_language).path(HOME, language.code)
            said = {
                "title": words.gettext("This page does not exist"),
                "text": words.gettext("The address may be mistyped, or the page may have moved."),
                "link": words.gettext("Go to the home page"),
            }
            homes.append(LanguageHome(language.code, language.name, language.direction, root + path, said))
        return tuple(homes)

    def locations(self) -> tuple[Location, ...]:
        """The site map: pages in the languages that they really exist in, with each other as alternates."""
        if self.site_url is None:
            return ()
        found: list[Location] = []
        listed = {page.address: page for code in self.course.languages for page in self.pages_in(code) if page.listed}
        for _, page in sorted(listed.items()):
            addresses = Addresses(page.address, self.course.source_language, self.course.source_language)
            versions = [
                Alternate(code, self.site_url + addresses.path(page.address, code))
                for code in self.course.languages
                if code in languages_of(self.course, page)
            ]
            default = Alternate("x-default", versions[0].href)
            alternates = (*versions, default) if len(versions) > 1 else ()
            found.extend(Location(version.href, alternates) for version in versions)
        return tuple(found)


def _is_folder(document: Document) -> bool:
    return document.name == "index" and document.area == "module"


def _replaced(text: str, directive: Directive, by: str) -> str:
    argument = rf"\s*:\s*{re.escape(directive.argument)}" if directive.argument else ""
    pattern = re.compile(rf"^[ \t]*<!--\s*{directive.name}{argument}\s*-->[ \t]*$", re.MULTILINE)
    return pattern.sub(lambda _: by, text, count=1)


def _joined(folder: str, path: str) -> str:
    parts: list[str] = folder.split("/")
    for part in path.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def _relative(here: str, there: str) -> str:
    return posixpath.relpath(there, posixpath.dirname(here) or ".")

"""Pages as chapters before they stand in a book: rendered and cleaned once, whatever books they go into."""

import posixpath
from dataclasses import dataclass
from functools import cached_property
from typing import Literal
from urllib.parse import urldefrag, urljoin, urlsplit

from markupsafe import Markup as Safe

from ..model.book import Chapter
from ..model.module import Module
from ..model.text import Wording
from .addresses import key_address
from .book_markup import Markup, chapter_markup
from .conversion import converter
from .page import Page, languages_of
from .site import Site

INSIDE = "course:/"
"""Begins a link to a page of the site: the rest is its path from the site's root, with its anchor."""

Level = Literal[1, 2]


@dataclass(frozen=True)
class Draft:
    """A chapter whose links are still open, and what it refers to."""

    id: str
    path: str
    """The page's path from the site's root, as links name it."""
    title: Wording
    level: Level
    kind: str
    markup: Markup
    terms: tuple[str, ...]
    sources: tuple[str, ...]
    translated: bool

    def chapter(self, body: str) -> Chapter:
        """The chapter, with its links resolved in `body`."""
        return Chapter(self.id, self.title, self.level, self.kind, body, self.markup.anchors, self.translated)


class Drafts:
    """The chapters of one language, each made once."""

    def __init__(self, site: Site, language: str) -> None:
        self.site = site
        self.language = language
        self._made: dict[tuple[str, str], Draft] = {}
        self._converter = converter()

    @cached_property
    def drawing_style(self) -> str:
        """The style sheet of drawings on paper."""
        return self.site.render("books/drawings.css", self.language)

    def of(self, page: Page, level: Level) -> Draft:
        """A page."""
        return self._kept("page", page, level)

    def answers(self, module: Module) -> Draft:
        """The answers to a module's questions, which a trainee finds at the module's end."""
        page = next(one for one in self.site.pages_in(self.language) if one.address == key_address(module.id))
        return self._kept("answers", page, 2)

    def _kept(self, kind: str, page: Page, level: Level) -> Draft:
        key = kind, page.address
        if key not in self._made:
            self._made[key] = self._draft(kind, page, level)
        return self._made[key]

    def _draft(self, kind: str, page: Page, level: Level) -> Draft:
        site, language = self.site, self.language
        view = site.view(page, language)
        body = site.body(page, language)
        html = body.filled(self._converter.reset().convert(body.markdown))
        module = page.module.id if page.module else ""
        id = f"answers.{module}" if kind == "answers" else page.address.replace("/", ".") or "home"
        sort = kind if kind == "answers" else page.activity.kind if page.activity else page.kind
        safe = Safe(html)  # noqa: S704 - Markdown without HTML, and fragments that have escaped
        whole = site.render("books/chapter.html", language, view=view, content=safe, id=id, kind=sort)
        path = site.standpoint(page, language).addresses.path(page.address, language)
        return Draft(
            id=id,
            path=path,
            title=view.title,
            level=level,
            kind=sort,
            markup=self.markup(whole, id, level, page, path),
            terms=tuple(term.id for term in view.terms),
            sources=tuple(source.id for source in view.sources),
            translated=language in languages_of(site.course, page),
        )

    def markup(self, html: str, id: str, level: Level, page: Page | None, path: str) -> Markup:
        """The markup of a chapter whose links are those of a page at `path`."""

        def canonical(href: str) -> str:
            target, anchor = urldefrag(href)
            if urlsplit(href).scheme:
                return href
            if page is not None and target:
                file = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), target))
                if there := self.site.page_at(file, self.language):
                    addresses = self.site.standpoint(page, self.language).addresses
                    return (
                        INSIDE
                        + addresses.path(there.address, self.language)
                        + (f"#{anchor}" if anchor else "")
                    )
                if file in self.site.assets:
                    return INSIDE + file
            return INSIDE + urljoin(f"https://x/{path}", href).removeprefix("https://x/")

        def picture(source: str) -> str:
            uri = page.uri if page else ""
            file = posixpath.normpath(posixpath.join(posixpath.dirname(uri), source))
            return self.site.assets.get(file, file)

        return chapter_markup(html, id, level, canonical, picture, self.drawing_style)

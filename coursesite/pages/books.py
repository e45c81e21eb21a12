"""Handbooks: which there are in a language, and what stands in each.

* the whole course: the standing pages that the programme names, and all modules between them
* each module: its pages in reading order, then the answers to its questions
* each module's trainers' handbook: run sheet, notes, slides, key

Terms and sources stand once, at a book's end. A link leads to a page of the book, or else to the site.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from babel.dates import format_date

from ..model.book import Audience, Book, BookWords, Chapter
from ..model.module import Module
from .book_markup import LinkTarget, linked
from .drafts import INSIDE, Draft, Drafts
from .page import Page
from .site import Site
from .standpoint import GLOSSARY, SOURCES, Standpoint
from .words import Words

TERMS_CHAPTER = "words"
SOURCES_CHAPTER = "sources-of-this-book"

TRAINERS_ORDER = ("run-sheet", "notes", "slides")
"""Trainers' pages that come first, by name; then others, and the key to the questions at the end."""


def books(site: Site, language: str, made: date | None, module: str | None = None) -> Iterator[Book]:
    """All books of a language of which at least one page is translated; of one module only, if it is named."""
    shelf = _Shelf(site, language, made)
    if module is None:
        yield from shelf.whole_course()
    for one in shelf.course.modules:
        if module in {None, one.id}:
            yield from shelf.of_module(one)


class _Shelf:
    def __init__(self, site: Site, language: str, made: date | None) -> None:
        self.site = site
        self.at = site.standpoint(site.pages_in(language)[0], language)
        self.course = self.at.course
        self.language = language
        self.made = made
        self.drafts = Drafts(site, language)
        self.pages = site.pages_in(language)

    @property
    def words(self) -> Words:
        return self.at.words

    def whole_course(self) -> Iterator[Book]:
        handbook = self.course.programme.handbook
        drafts = [
            *(self._standing(name) for name in handbook.before),
            *(draft for module in self.course.modules for draft in self._module(module)),
            *(self._standing(name) for name in handbook.after),
        ]
        yield from self._book(None, "trainees", drafts)

    def of_module(self, module: Module) -> Iterator[Book]:
        yield from self._book(module, "trainees", list(self._module(module)))
        own = [
            page
            for page in self.pages
            if page.kind == "trainer"
            and page.module
            and page.module.id == module.id
            and (page.document or page.bank)
        ]
        drafts = [self.drafts.of(page, 1) for page in sorted(own, key=_trainers_place)]
        yield from self._book(module, "trainers", drafts)

    def _standing(self, name: str) -> Draft:
        key = f"docs/{name}.md"
        page = next(page for page in self.pages if page.document and page.document.key == key)
        return self.drafts.of(page, 1)

    def _module(self, module: Module) -> Iterator[Draft]:
        for page in self._pages_of(module):
            yield self.drafts.of(page, 2 if page.activity else 1)
        if any(page.bank for page in self._pages_of(module)):
            yield self.drafts.answers(module)

    def _pages_of(self, module: Module) -> list[Page]:
        order = [
            activity.id if activity else "" for one, activity in self.course.reading_order if one == module
        ]
        pages = [
            page
            for page in self.pages
            if page.kind in {"module", "activity"}
            and page.module
            and page.module.id == module.id
            and (page.activity.id if page.activity else "") in order
        ]
        return sorted(pages, key=lambda page: order.index(page.activity.id if page.activity else ""))

    def _book(self, module: Module | None, audience: Audience, drafts: list[Draft]) -> Iterator[Book]:
        """The book, if there is anything in it, and in this language."""
        if not any(draft.translated for draft in drafts):
            return
        every = [*drafts, *self._gathered(drafts, module is None)]
        resolver = _Resolver(self.site, self.language, every)
        page_word = self.words.gettext("p.")
        chapters = tuple(
            draft.chapter(linked(draft.markup.xml, resolver.target, page_word)) for draft in every
        )
        course_title = self.at.say(self.course.programme.title).text
        yield Book(
            course=self.course.programme.id,
            module=module.id if module else None,
            audience=audience,
            language=self.language,
            direction=self.words.direction,
            title=self.at.say(module.title).text if module else course_title,
            course_title=course_title,
            summary=self.at.say(module.summary if module else self.course.programme.summary),
            words=self._words(audience, chapters[: len(drafts)]),
            chapters=chapters,
            pictures=tuple(dict.fromkeys(name for draft in every for name in draft.markup.pictures)),
        )

    def _words(self, audience: Audience, chapters: tuple[Chapter, ...]) -> BookWords:
        words = self.words
        done = sum(chapter.translated for chapter in chapters)
        made = []
        if done < len(chapters):
            source = self.course.programme.languages[0].name
            told = words.gettext("Translated: %(n)s of %(all)s chapters. The others are in this language: %(language)s.")  # fmt: skip
            numbers = {"n": words.number(done), "all": words.number(len(chapters))}
            made.append(told % {**numbers, "language": source})
        if self.site.site_url:
            made.append(words.gettext("Made from %(address)s") % {"address": _shown(self.site.site_url)})
        if self.made:
            day = format_date(self.made, "long", locale=words.locale)
            made.append(words.gettext("As of %(date)s") % {"date": day})
        audiences = {
            "trainees": words.gettext("Handbook for trainees"),
            "trainers": words.gettext("Handbook for trainers"),
        }
        return BookWords(
            contents=words.gettext("Contents"),
            page=words.gettext("p."),
            audience=audiences[audience],
            made=tuple(made),
        )

    def _gathered(self, drafts: list[Draft], everything: bool) -> Iterator[Draft]:
        """The glossary and the sources of a book; those of the whole course are all that there are."""
        used = {id for draft in drafts for id in draft.terms}
        terms = [t.id for t in self.course.glossary.terms if everything or t.id in used]
        if terms:
            at, path = self._place(GLOSSARY)
            views = sorted((at.term(id) for id in terms), key=lambda view: view.term.text.casefold())
            ids = {at.term(id).url: id for id in terms}
            views = [replace(v, see=tuple(link for link in v.see if link.url in ids)) for v in views]
            html = self.site.render("books/terms.html", self.language, terms=views, id=TERMS_CHAPTER)
            yield self._end(TERMS_CHAPTER, self.words.gettext("Glossary"), html, path)
        cited = {id for draft in drafts for id in draft.sources}
        sources = [s.id for s in self.course.sources.sources if everything or s.id in cited]
        if sources:
            at, path = self._place(SOURCES)
            html = self.site.render(
                "books/sources.html",
                self.language,
                sources=[at.source(id) for id in sources],
                id=SOURCES_CHAPTER,
            )
            yield self._end(SOURCES_CHAPTER, self.words.gettext("Sources"), html, path)

    def _place(self, directive: str) -> tuple[Standpoint, str]:
        address = self.at.directive_page(directive)
        at = replace(self.at, here=address)
        return at, at.addresses.path(address, self.language)

    def _end(self, id: str, title: str, html: str, path: str) -> Draft:
        markup = self.drafts.markup(html, id, 1, None, path)
        return Draft(id, path, self.at.own(title), 1, "gathered", markup, (), (), True)


def _trainers_place(page: Page) -> tuple[int, str]:
    name = page.address.rpartition("/")[2]
    if page.bank:
        return len(TRAINERS_ORDER) + 1, name
    return TRAINERS_ORDER.index(name) if name in TRAINERS_ORDER else len(TRAINERS_ORDER), name


def _shown(url: str) -> str:
    """An address as people write it."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("mailto:").rstrip("/")


class _Resolver:
    """Where links of one book lead."""

    def __init__(self, site: Site, language: str, drafts: list[Draft]) -> None:
        self.site = site
        self.anchors = {anchor for draft in drafts for anchor in draft.markup.anchors}
        self.chapters: dict[str, str] = {}
        for draft in drafts:
            self.chapters.setdefault(draft.path, draft.id)
        self.explained = {"term-": TERMS_CHAPTER, "source-": SOURCES_CHAPTER}
        self.language = language

    def target(self, href: str) -> LinkTarget | None:
        """A link's target; None where the book has no such place and nobody knows the site's address."""
        if not href.startswith(INSIDE):
            return LinkTarget(href, _shown(href))
        path, _, anchor = href.removeprefix(INSIDE).partition("#")
        for prefix, chapter in self.explained.items():
            if anchor.startswith(prefix) and f"{chapter}.{anchor}" in self.anchors:
                return LinkTarget(f"#{chapter}.{anchor}")
        if (chapter_id := self.chapters.get(path)) is not None:
            inside = f"{chapter_id}.{anchor}"
            return LinkTarget(f"#{inside if inside in self.anchors else chapter_id}")
        if self.site.site_url is None:
            return None
        url = self.site.site_url + href.removeprefix(INSIDE)
        return LinkTarget(url, _shown(self.site.site_url + path))

"""A page of the site in all its languages: what it shows, and where it lies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.cards import with_cards
from ..model.course import Course
from ..model.document import Document
from ..model.exercises import exercises_of
from ..model.homework import tasks_of
from ..model.module import Activity, Module
from ..model.national import LeftOut
from ..model.question import QuestionBank
from .addresses import (
    HOME,
    LEARNING,
    SEARCH,
    activity_address,
    address_of,
    booklet_address,
    cards_address,
    key_address,
    sheet_address,
    show_address,
    source_uri,
)
from .views import PageKind

UNLISTED = frozenset({"translations"})
"""Directives of pages for those who work on the course."""

SLIDES = "slides"
"""Name of the trainers' document that is cut into slides, one for each heading of the second level."""

NOTES = "notes"
"""Name of the trainers' document that says what to look for in a module's exercises."""

TEMPLATES: Mapping[PageKind, str] = {"slides": "show.html"}
"""Templates of kinds of pages that are not framed as all others are."""


@dataclass(frozen=True)
class Page:
    """What a page is made of. Most show a document; a quiz shows questions, and needs no document."""

    kind: PageKind
    address: str
    uri: str
    """The path under which the engine files it."""
    document: Document | None = None
    """Its hand-written text, in the source language."""
    module: Module | None = None
    """The module that it belongs to."""
    activity: Activity | None = None
    """The activity that it is the page of."""
    bank: QuestionBank | None = None
    """The questions that it shows; on a trainers' page, with the answers."""
    left_out: LeftOut | None = None
    """The activity that it says is left out."""

    @property
    def listed(self) -> bool:
        """Whether trainees may find it by searching and search engines may list it."""
        directives = {one.name for one in self.document.directives} if self.document else set()
        return (
            self.kind not in {"search", "learning", "sheet", "booklet", "left-out"}
            and not self.for_trainers
            and not directives & UNLISTED
        )

    @property
    def for_trainers(self) -> bool:
        """Whether it may hold what only those who run the course should read."""
        return self.address.startswith("trainer/")

    @property
    def template(self) -> str:
        """The template in `overrides/` that frames it."""
        return TEMPLATES.get(self.kind, "main.html")


def pages_of(course: Course) -> tuple[Page, ...]:
    """Every page of a course, or of an edition of it, once, sorted by address."""
    pages = [*_standing_pages(course), *_modules_pages(course), *_trainers_pages(course), *_sheets(course)]
    pages += [*_left_out_pages(course), *_booklets(course)]
    pages.append(Page("search", SEARCH, source_uri(SEARCH, overview=False)))
    pages.append(Page("learning", LEARNING, source_uri(LEARNING, overview=False)))
    return tuple(sorted(pages, key=lambda page: page.address))


def languages_of(course: Course, page: Page) -> frozenset[str]:
    """The languages that a page really exists in: those of its questions or its text. In others, the source stands in."""
    source = course.source_language
    activity = page.left_out.activity if page.left_out else page.activity
    taught = frozenset(
        code for code in course.languages if not (activity and course.leaves_out(activity, code))
    )
    if page.bank is not None:
        return frozenset(code for code in taught if code == source or page.bank.is_in(code))
    if page.left_out is not None:
        written = course.page_of(page.left_out.module, page.left_out.activity)
        return taught & (written.keys() or {source})
    return taught & course.pages[page.document.key].keys() if page.document else taught


def _standing_pages(course: Course) -> Iterator[Page]:
    for document in course.source_documents:
        if document.area == "docs":
            address = address_of(document)
            kind: PageKind = "home" if address == HOME else "standing"
            yield Page(kind, address, source_uri(address, overview=False), document)


def _modules_pages(course: Course) -> Iterator[Page]:
    for module, activity in course.reading_order:
        document = course.text_of(module, activity)
        if activity is None:
            address = f"modules/{module.id}"
            yield Page("module", address, source_uri(address, overview=True), document, module)
        else:
            address = activity_address(module, activity)
            bank = course.bank_of(module, activity)
            uri = source_uri(address, overview=False)
            yield Page("activity", address, uri, document, module, activity, bank)


def _left_out_pages(course: Course) -> Iterator[Page]:
    """Links to what a national team leaves out still lead to a page, which says so."""
    shared = course.base or course
    for one in course.left_out:
        if shared.has_page(one.module, one.activity):
            address = activity_address(one.module, one.activity)
            module = course.module_by_id[one.module.id]
            yield Page("left-out", address, source_uri(address, overview=False), module=module, left_out=one)


def _sheets(course: Course) -> Iterator[Page]:
    for task in tasks_of(course):
        address = sheet_address(task.module, task.activity)
        uri = source_uri(address, overview=False)
        yield Page("sheet", address, uri, task.document, task.module, task.activity)


def _booklets(course: Course) -> Iterator[Page]:
    for module in course.modules:
        if exercises_of(course, module):
            for address in (booklet_address(module, solutions) for solutions in (False, True)):
                yield Page("booklet", address, source_uri(address, overview=False), module=module)


def _trainers_pages(course: Course) -> Iterator[Page]:
    for document in course.source_documents:
        module = course.module_by_id.get(document.module or "")
        if document.area == "trainer" and module is not None:
            address = address_of(document)
            yield Page("trainer", address, source_uri(address, overview=False), document, module)
            if document.name == SLIDES:
                show = show_address(module)
                yield Page("slides", show, source_uri(show, overview=False), document, module)
    for module in course.modules:
        if with_cards(course, module):
            cards = cards_address(module)
            yield Page("cards", cards, source_uri(cards, overview=False), module=module)
    for bank in course.banks:
        address = key_address(bank.id)
        module = course.module_by_id[bank.id]
        yield Page("trainer", address, source_uri(address, overview=False), module=module, bank=bank)

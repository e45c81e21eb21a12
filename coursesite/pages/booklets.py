"""Booklets of a module's exercises to print: for trainees, and for trainers with solutions.

They are made of pages that the site has converted already.
"""

from dataclasses import dataclass, field, replace

from markupsafe import Markup

from ..model.document import Document
from ..model.exercises import exercises_of
from ..model.homework import tasks_of
from ..model.module import Activity, Kind, Module
from ..model.text import Wording
from .addresses import activity_address, address_of
from .booklet_markup import booklet_part
from .page import NOTES, Page
from .quiz_views import quiz_view
from .standpoint import Standpoint
from .views import ActivityView, PageView, TemplateFieldView

LINES = 5
"""Ruled lines below an exercise that has no template."""

LINES_OF: dict[Kind, int] = {"reflection": 8}
"""The same for kinds that want another number."""


@dataclass(frozen=True)
class PassageView:
    """The text of a page, and the language that it is in."""

    html: Markup
    language: str
    direction: str


@dataclass(frozen=True)
class ExerciseView:
    """One activity in a booklet."""

    id: str
    """Its id in the booklet, with which all ids in it begin."""
    activity: ActivityView
    passage: PassageView
    fields: tuple[TemplateFieldView, ...]
    """The template of a homework."""
    lines: int
    """Ruled lines to write on where there is no template."""
    solution: PassageView | None
    """A homework's model answer; only in trainers' booklets."""


@dataclass(frozen=True)
class NotesView:
    """What trainers look for in the exercises of a module."""

    title: Wording
    passage: PassageView


@dataclass(frozen=True)
class BookletView:
    """All exercises of a module; with notes in trainers' booklets only."""

    exercises: tuple[ExerciseView, ...]
    notes: NotesView | None


@dataclass
class Booklets:
    """Binds booklets from converted pages. `keep` all pages of a language first, then ask for its booklets."""

    _pages: dict[str, str] = field(default_factory=dict)
    """HTML of the language's pages by address."""
    _parts: dict[tuple[str, str], Markup] = field(default_factory=dict)
    """What has been made of pages, by address and HTML: it is the same in both booklets, and where a page stands in."""

    def keep(self, page: Page, html: str) -> None:
        """Remember the HTML of a page's body, with links as seen from that page."""
        self._pages[page.address] = html

    def bound(self, at: Standpoint, page: Page, view: PageView) -> PageView:
        """The view of a page with its booklet in it; of other pages, as it is."""
        if page.kind != "booklet" or page.module is None:
            return view
        module = page.module
        exercises = tuple(
            self._exercise(at, module, activity, document, page.for_trainers)
            for activity, document in exercises_of(at.course, module)
        )
        if not page.for_trainers:
            return replace(view, booklet=BookletView(exercises, None))
        bank = at.course.bank_by_module.get(module.id)
        booklet = BookletView(exercises, self._notes(at, module))
        return replace(view, booklet=booklet, answers=quiz_view(at, bank) if bank else None)

    def _notes(self, at: Standpoint, module: Module) -> NotesView | None:
        notes = at.in_language(f"modules/{module.id}/trainer/{NOTES}.md")
        if notes is None:
            return None
        return NotesView(at.title_of(notes), self._passage(at, notes, address_of(notes), NOTES))

    def _exercise(
        self, at: Standpoint, module: Module, activity: Activity, document: Document, solutions: bool
    ) -> ExerciseView:
        shown = at.in_language(document.key) or document
        fields = tuple(TemplateFieldView(f.id, f.label, f.hint, f.lines) for f in shown.head.fields)
        id = f"activity.{activity.id}"
        copy = self._copy(at, module, activity) if solutions else None
        return ExerciseView(
            id=id,
            activity=at.activity(module, activity),
            passage=self._passage(at, shown, activity_address(module, activity), id),
            fields=fields,
            lines=0 if fields else LINES_OF.get(activity.kind, LINES),
            solution=self._passage(at, copy, address_of(copy), f"{id}.solution") if copy else None,
        )

    def _copy(self, at: Standpoint, module: Module, activity: Activity) -> Document | None:
        """The trainer's copy of a homework."""
        paths = (task.copy_path for task in tasks_of(at.course, module) if task.activity == activity)
        return next(map(at.in_language, paths), None)

    def _passage(self, at: Standpoint, shown: Document, address: str, id: str) -> PassageView:
        html = self._pages[address]
        if (address, html) not in self._parts:
            self._parts[address, html] = booklet_part(html, address, id)
        direction = next(one.direction for one in at.course.programme.languages if one.code == shown.language)
        return PassageView(self._parts[address, html], shown.language, direction)

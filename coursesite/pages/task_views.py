"""Views of homework on paper: the trainee's sheet, and what goes with the trainer's copy."""

from dataclasses import dataclass

from ..model.document import Document
from ..model.homework import task_of_copy
from ..model.module import Activity, Module
from ..model.text import Wording
from .addresses import activity_address, sheet_address
from .qr import QrView, qr_view
from .standpoint import Standpoint
from .views import CriterionView, LinkView, TemplateFieldView

PAPER = "paper.css"
"""The style sheet of pages that are made to be printed."""


@dataclass(frozen=True)
class SheetView:
    """A homework on paper, with room to write."""

    task: LinkView
    minutes: str
    fields: tuple[TemplateFieldView, ...]
    criteria: tuple[CriterionView, ...]
    address: str | None
    """Absolute address of the task's page; None where the site does not know where it will stand."""
    code: QrView | None
    """The same as a QR code."""


@dataclass(frozen=True)
class TrainersCopyView:
    """What goes with a model answer: the criteria as a feedback sheet, and ways to the task."""

    task: LinkView
    sheet: LinkView
    criteria: tuple[CriterionView, ...]
    language: str
    """Language of the criteria."""
    direction: str


def worksheet_title(at: Standpoint, activity: Activity) -> Wording:
    """The title of a homework's sheet."""
    return at.own(at.words.gettext("Worksheet: %(task)s") % {"task": at.say(activity.title)})


def sheet_link(at: Standpoint, module: Module, activity: Activity) -> LinkView:
    """A link to a homework's sheet."""
    return LinkView(worksheet_title(at, activity), at.addresses.to(sheet_address(module, activity)))


def sheet_view(
    at: Standpoint, module: Module, activity: Activity, shown: Document, site_url: str | None
) -> SheetView:
    """The sheet of a homework, whose page is `shown`; `site_url` is absolute and ends in a slash."""
    path = at.addresses.path(activity_address(module, activity), at.words.language)
    address = site_url and site_url + path
    return SheetView(
        task=at.activity_link(module, activity),
        minutes=at.words.duration(activity.minutes),
        fields=tuple(TemplateFieldView(f.id, f.label, f.hint, f.lines) for f in shown.head.fields),
        criteria=tuple(CriterionView(c.id, c.text) for c in shown.head.criteria),
        address=address,
        code=qr_view(address) if address else None,
    )


def trainers_copy_view(at: Standpoint, document: Document) -> TrainersCopyView | None:
    """What goes with a trainers' document; None where it is not the copy of a homework."""
    task = task_of_copy(at.course, document)
    if task is None:
        return None
    shown = at.in_language(task.document.key) or task.document
    language = next(one for one in at.course.programme.languages if one.code == shown.language)
    return TrainersCopyView(
        task=at.activity_link(task.module, task.activity),
        sheet=sheet_link(at, task.module, task.activity),
        criteria=tuple(CriterionView(c.id, c.text) for c in shown.head.criteria),
        language=language.code,
        direction=language.direction,
    )

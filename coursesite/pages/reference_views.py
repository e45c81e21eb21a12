"""Views of what pages refer to, and of lists of pages: glossary, sources, homework, trainers' pages."""

from ..model.document import Document
from ..model.text import Wording
from .addresses import address_of, key_address
from .alphabet import in_order_of
from .booklet_links import booklet_link
from .card_views import cards_link
from .standpoint import Standpoint, plain
from .views import (
    GlossaryView,
    HomeworkGroupView,
    HomeworkTaskView,
    HomeworkView,
    LinkView,
    SourcesView,
    TrainerGroupView,
    TrainerView,
)


def glossary_view(at: Standpoint) -> GlossaryView:
    """All terms, in the order of the reader's alphabet."""
    terms = [at.term(term.id) for term in at.course.glossary.terms]
    order = in_order_of(at.language.alphabet)
    return GlossaryView(tuple(sorted(terms, key=lambda view: order(view.term.text))))


def sources_view(at: Standpoint) -> SourcesView:
    """All sources, each with the pages that rest on it."""
    return SourcesView(
        tuple(at.source(source.id, _pages_with(at, source.id)) for source in at.course.sources.sources)
    )


def _pages_with(at: Standpoint, source: str) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(title(at, document), at.addresses.to(address_of(document)))
        for document in at.course.source_documents
        if source in document.head.sources and document.area != "trainer"
    )


def title(at: Standpoint, document: Document) -> Wording:
    """Any page's title: a module's and an activity's stand in the module's file, others' on the page."""
    module = at.course.module_by_id.get(document.module or "")
    if document.area == "module" and module is not None:
        for activity in module.activities:
            if activity.id == document.name:
                return at.say(activity.title)
        return at.say(module.title)
    return at.title_of(at.in_language(document.key) or document)


def homework_view(at: Standpoint) -> HomeworkView:
    """All homework by module, with the time that it takes."""
    groups = []
    total = 0
    for module in at.course.modules:
        tasks = [activity for activity in module.activities if activity.kind == "homework"]
        total += sum(activity.minutes for activity in tasks)
        views = tuple(
            HomeworkTaskView(
                at.activity(module, activity), at.tags(c.id for c in at.course.competencies_of(activity))
            )
            for activity in tasks
        )
        if views:
            groups.append(HomeworkGroupView(at.module_link(module), views))
    return HomeworkView(tuple(groups), at.words.duration(total))


def trainer_view(at: Standpoint) -> TrainerView:
    """Trainers' pages by module."""
    groups = []
    for module in at.course.modules:
        pages = tuple(
            LinkView(title(at, document), at.addresses.to(address_of(document)))
            for document in at.course.source_documents
            if document.area == "trainer" and document.module == module.id
        )
        if cards := cards_link(at, module):
            pages = (*pages, cards)
        if booklet := booklet_link(at, module, solutions=True):
            pages = (*pages, booklet)
        if module.id in at.course.bank_by_module:
            pages = (*pages, LinkView(at.key_title(module), at.addresses.to(key_address(module.id))))
        if pages:
            groups.append(TrainerGroupView(at.module_link(module), pages))
    return TrainerView(tuple(groups))


def first_paragraph(document: Document, longest: int = 160) -> str:
    """The beginning of a page's text, as search engines show it: at most `longest` characters."""
    for block in document.body.split("\n\n"):
        text = " ".join(block.split())
        if text and not text.startswith(("#", "!", "<", "|", "-", ">")):
            words = plain(text)
            return words if len(words) <= longest else words[: longest - 1].rsplit(" ", 1)[0] + "…"
    return ""

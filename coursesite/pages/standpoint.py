"""One page in one language: what it takes to word things and to point at other pages from there."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..model.competency import Competency, Outcome
from ..model.course import Course
from ..model.document import Document
from ..model.module import Activity, Module
from ..model.programme import Language
from ..model.text import Text, Wording
from ..model.translation import Translation
from .addresses import HOME, Addresses, activity_address, address_of
from .views import ActivityView, CompetencyTagView, LinkView, OutcomeView, SourceView, TermView
from .words import Words

FRAMEWORK = "framework"
GLOSSARY = "glossary"
SOURCES = "sources"
"""Directives whose pages other pages point at."""

_MARKS = re.compile(r"\*\*|__|\*|`|!?\[((?:[^\[\]])*)\]\([^)]*\)")


def plain(markdown: str) -> str:
    """Inline Markdown without its marks."""
    return _MARKS.sub(lambda match: match[1] or "", markdown).strip()


@dataclass(frozen=True)
class Standpoint:
    """The course seen from one page (`here`, an address) in one language."""

    course: Course
    words: Words
    here: str
    translations: Mapping[str, Translation] = field(default_factory=dict)
    """How each language stands, by its code."""
    edit_uri: str | None = None
    """Where the course's files can be edited: absolute, ends in a slash."""
    existing: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Addresses of pages by language; a language that is not there has all that this one has."""

    @property
    def translation(self) -> Translation | None:
        """How this page's language stands; None for the source language."""
        return self.translations.get(self.words.language)

    @cached_property
    def addresses(self) -> Addresses:
        """URLs from this page."""
        return Addresses(self.here, self.words.language, self.course.source_language)

    @property
    def language(self) -> Language:
        """The language of the page."""
        return next(one for one in self.course.programme.languages if one.code == self.words.language)

    def say(self, text: Text) -> Wording:
        """A text of the course in this page's language, or in the source language."""
        return text.in_language(self.words.language, self.course.source_language)

    def own(self, text: str) -> Wording:
        """A text of the interface."""
        return Wording(text, self.words.language)

    def fixed(self, text: str) -> Wording:
        """A text that stays in the source language, such as a source's title."""
        return Wording(text, self.course.source_language)

    def in_language(self, key: str) -> Document | None:
        """The document in this page's language, or else in the source language."""
        pages = self.course.pages.get(key, {})
        return pages.get(self.words.language) or pages.get(self.course.source_language)

    def nearest(self, language: str, otherwise: str) -> str:
        """The address of this page, if a language has such a page; or else another."""
        there = self.existing.get(language)
        return self.here if there is None or self.here in there else otherwise

    def title_of(self, document: Document) -> Wording:
        """A standing or trainer page's title: its first heading."""
        for heading in document.headings:
            if heading.level == 1:
                return Wording(plain(heading.text), document.language)
        return Wording(document.name, document.language)

    def module_address(self, module: Module) -> str:
        """Address of a module's overview."""
        return f"modules/{module.id}"

    def module_link(self, module: Module, current: bool = False) -> LinkView:
        """A link to a module's overview."""
        return LinkView(self.say(module.title), self.addresses.to(self.module_address(module)), current)

    def activity_link(self, module: Module, activity: Activity, anchor: str = "") -> LinkView:
        """A link to an activity's page."""
        return LinkView(
            self.say(activity.title), self.addresses.to(activity_address(module, activity), anchor)
        )

    def key_title(self, module: Module) -> Wording:
        """The title of the page with the answers to a module's questions."""
        title = self.words.gettext("Answers to the quiz: %(module)s")
        return self.own(title % {"module": self.say(module.title)})

    def module_number(self, module: Module) -> int:
        """A module's place in the programme, from 0 as courses number them when the first is an introduction."""
        return self.course.modules.index(module)

    def directive_page(self, directive: str) -> str:
        """Address of the standing page that holds a directive; home where there is none."""
        document = self.course.page_of_directive.get(directive)
        return address_of(document) if document else HOME

    def tag(self, competency: Competency) -> CompetencyTagView:
        """A competency's label."""
        page = self.directive_page(FRAMEWORK)
        number = self.course.framework.competencies.index(competency) + 1
        url = self.addresses.to(page, competency.id)
        return CompetencyTagView(
            competency.id, self.say(competency.short), self.say(competency.title), url, number
        )

    def tags(self, ids: Iterable[str]) -> tuple[CompetencyTagView, ...]:
        """The labels of some competencies."""
        return tuple(self.tag(self.course.competencies[i]) for i in ids if i in self.course.competencies)

    def outcome(self, outcome: Outcome) -> OutcomeView:
        """An outcome with its form."""
        return OutcomeView(
            id=outcome.id,
            form=outcome.form,
            form_title=self.words.form(outcome.form),
            text=self.say(outcome.text),
            url=self.addresses.to(self.directive_page(FRAMEWORK), outcome.id),
        )

    def activity(self, module: Module, activity: Activity) -> ActivityView:
        """An activity's line in a list."""
        setting = next(s for s in self.course.programme.settings if s.id == activity.setting)
        has_page = self.course.has_page(module, activity)
        return ActivityView(
            id=activity.id,
            title=self.say(activity.title),
            url=self.addresses.to(activity_address(module, activity)) if has_page else None,
            kind=activity.kind,
            kind_title=self.words.kind(activity.kind),
            setting=self.say(setting.title),
            setting_id=setting.id,
            minutes=self.words.duration(activity.minutes),
            planned=activity.planned,
        )

    def term(self, id: str) -> TermView:
        """A glossary term."""
        term = self.course.terms[id]
        page = self.directive_page(GLOSSARY)
        see = (self.course.terms[i] for i in term.see if i in self.course.terms)
        return TermView(
            id=term.id,
            term=self.say(term.term),
            definition=self.say(term.definition),
            url=self.addresses.to(page, f"term-{term.id}"),
            see=tuple(LinkView(self.say(t.term), self.addresses.to(page, f"term-{t.id}")) for t in see),
            sources=self.source_links(term.sources),
        )

    def source(self, id: str, pages: tuple[LinkView, ...] = ()) -> SourceView:
        """A source, as it is cited."""
        source = self.course.source_by_id[id]
        year = str(source.year) if source.year else ""
        parts = [part for part in (source.authors, year, source.title, source.publisher) if part]
        return SourceView(
            id=source.id,
            citation=". ".join(part.rstrip(".") for part in parts) + ".",
            url=self.addresses.to(self.directive_page(SOURCES), f"source-{source.id}"),
            note=self.say(source.note) if source.note else None,
            cited_in=self.source_link(source.cited_in) if source.cited_in else None,
            pages=pages,
        )

    def source_link(self, id: str) -> LinkView:
        """A link to a source."""
        source = self.course.source_by_id[id]
        url = self.addresses.to(self.directive_page(SOURCES), f"source-{id}")
        national = self.course.national is not None and source in self.course.national.sources
        return LinkView(self.own(source.title) if national else self.fixed(source.title), url)

    def source_links(self, ids: Iterable[str]) -> tuple[LinkView, ...]:
        """Links to some sources."""
        return tuple(self.source_link(id) for id in ids if id in self.course.source_by_id)

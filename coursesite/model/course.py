"""The course: the one frozen object that every room reads.

Course
├── programme    languages, settings, formats, hours that must come out
├── framework    competencies ─ outcomes ─ indicators;  lists
├── modules      in the programme's order ─ activities (minutes, outcomes)
├── toolkit      factors, recommendations
├── glossary, sources
├── documents    Markdown files: standing pages, activities' pages, trainers' pages
└── assets       pictures and the like that stand beside pages
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from .competency import Competency, Framework, Outcome
from .document import Document
from .module import Activity, Module
from .programme import Programme
from .reference import Glossary, Source, Sources, Term
from .toolkit import Toolkit


@dataclass(frozen=True)
class Course:
    """Everything read, and nothing computed that can't be derived from it."""

    programme: Programme
    framework: Framework
    modules: tuple[Module, ...]
    toolkit: Toolkit
    glossary: Glossary
    sources: Sources
    documents: tuple[Document, ...]
    assets: tuple[str, ...]
    """Paths from the course's root of files that are not Markdown or YAML."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes, the source language first."""
        return tuple(language.code for language in self.programme.languages)

    @property
    def source_language(self) -> str:
        """Code of the language that authors write in."""
        return self.programme.source_language

    @cached_property
    def outcomes(self) -> Mapping[str, Outcome]:
        """Outcomes by id."""
        return {o.id: o for c in self.framework.competencies for o in c.outcomes}

    @cached_property
    def competencies(self) -> Mapping[str, Competency]:
        """Competencies by id."""
        return {c.id: c for c in self.framework.competencies}

    @cached_property
    def competency_of(self) -> Mapping[str, Competency]:
        """The competency that an outcome belongs to, by the outcome's id."""
        return {o.id: c for c in self.framework.competencies for o in c.outcomes}

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """Glossary terms by id."""
        return {term.id: term for term in self.glossary.terms}

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources.sources}

    @cached_property
    def module_by_id(self) -> Mapping[str, Module]:
        """Modules by id."""
        return {module.id: module for module in self.modules}

    @cached_property
    def pages(self) -> Mapping[str, Mapping[str, Document]]:
        """Documents by key (the source file's path), then by language."""
        found: dict[str, dict[str, Document]] = {}
        for document in self.documents:
            found.setdefault(document.key, {})[document.language] = document
        return found

    @cached_property
    def source_documents(self) -> tuple[Document, ...]:
        """Documents in the source language only."""
        return tuple(d for d in self.documents if d.language == self.source_language)

    @cached_property
    def reading_order(self) -> tuple[Document, ...]:
        """The pages that one can read one after the other: each module's overview, then its activities."""
        keys = (
            f"modules/{module.id}/{name}.md"
            for module in self.modules
            for name in ("index", *(activity.id for activity in module.activities))
        )
        pages = (self.pages.get(key, {}) for key in keys)
        return tuple(page[self.source_language] for page in pages if self.source_language in page)

    @cached_property
    def page_of_directive(self) -> Mapping[str, Document]:
        """The first standing page that holds a directive, by the directive's name."""
        found: dict[str, Document] = {}
        for document in self.source_documents:
            for directive in document.directives if document.area == "docs" else ():
                found.setdefault(directive.name, document)
        return found

    def page_of(self, module: Module, activity: Activity) -> Mapping[str, Document]:
        """An activity's page by language; empty where it has none."""
        return self.pages.get(f"modules/{module.id}/{activity.id}.md", {})

    def competencies_of(self, activity: Activity) -> tuple[Competency, ...]:
        """The competencies that an activity's outcomes belong to, in the framework's order."""
        wanted = {self.competency_of[o].id for o in activity.outcomes if o in self.competency_of}
        return tuple(c for c in self.framework.competencies if c.id in wanted)

    def minutes(self, module: Module | None = None, setting: str | None = None) -> int:
        """The sum of activities' minutes, of one module and one setting or of all."""
        modules = self.modules if module is None else (module,)
        return sum(
            activity.minutes
            for one in modules
            for activity in one.activities
            if setting is None or activity.setting == setting
        )

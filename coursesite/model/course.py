"""The course: the one frozen object that every room reads.

Course
├── programme    languages, settings, formats, hours that must come out
├── framework    competencies ─ outcomes ─ indicators;  lists
├── modules      in the programme's order ─ activities (minutes, outcomes)
├── toolkit      factors, recommendations
├── banks        questions by module ─ right answers, feedback, passages
├── glossary, sources
├── surveys      questions without right answers, by round
├── editions     activities that national teams add or leave out, by module and language
├── nationals    what their pages cite: toolkit rows, services, laws, terms, sources, by language
├── pictures     drawings, and their words, which are translated
├── documents    Markdown files: standing pages, activities' pages, trainers' pages
├── assets       pictures and the like that stand beside pages
└── packages     files to download that were made of it earlier
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from .competency import Competency, Framework, Outcome
from .document import Document, NationalTeam
from .module import Activity, Module
from .national import LeftOut, ModuleEdition, NationalData, changed
from .package import Package
from .picture import Picture
from .programme import Programme
from .question import QuestionBank
from .reference import Glossary, Source, Sources, Term
from .survey import AnswerList, Scale, Survey, Surveys
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
    banks: tuple[QuestionBank, ...]
    surveys: Surveys
    pictures: tuple[Picture, ...]
    drawings: Mapping[str, str]
    """The SVG of each picture, by the picture's id."""
    documents: tuple[Document, ...]
    assets: tuple[str, ...]
    """Paths from the course's root of files that are not Markdown or YAML."""
    editions: tuple[ModuleEdition, ...] = ()
    nationals: tuple[NationalData, ...] = ()
    base: "Course | None" = field(default=None, repr=False, compare=False)
    """Of an edition: the course that all national teams share."""
    language: str | None = None
    """Of an edition: the language of the team that teaches it so."""
    packages: tuple[Package, ...] = ()
    """What `coursesite packages` has made of it earlier, for people to download."""

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
    def picture_by_id(self) -> Mapping[str, Picture]:
        """Pictures by id."""
        return {picture.id: picture for picture in self.pictures}

    @cached_property
    def survey_by_id(self) -> Mapping[str, Survey]:
        """Surveys by id."""
        return {survey.id: survey for survey in self.surveys.surveys}

    @cached_property
    def scale_by_id(self) -> Mapping[str, Scale]:
        """Scales of surveys by id."""
        return {scale.id: scale for scale in self.surveys.scales}

    @cached_property
    def answers_by_id(self) -> Mapping[str, AnswerList]:
        """Lists of answers of surveys by id."""
        return {answers.id: answers for answers in self.surveys.answers}

    @cached_property
    def module_by_id(self) -> Mapping[str, Module]:
        """Modules by id."""
        return {module.id: module for module in self.modules}

    @cached_property
    def bank_by_module(self) -> Mapping[str, QuestionBank]:
        """Question banks by the module's id."""
        return {bank.id: bank for bank in self.banks}

    @cached_property
    def activity_by_id(self) -> Mapping[str, tuple[Module, Activity]]:
        """Activities by id, each with its module."""
        return {activity.id: (module, activity) for module in self.modules for activity in module.activities}

    @cached_property
    def quiz_pages(self) -> Mapping[str, tuple[Module, Activity]]:
        """Activities whose page is made from questions, by the path under which pages may link to it."""
        return {
            f"modules/{module.id}/{activity.id}.md": (module, activity)
            for module in self.modules
            for activity in module.activities
            if self.bank_of(module, activity) is not None
        }

    @cached_property
    def pages(self) -> Mapping[str, Mapping[str, Document]]:
        """Documents by key (the source file's path), then by language."""
        found: dict[str, dict[str, Document]] = {}
        for document in self.documents:
            found.setdefault(document.key, {})[document.language] = document
        return found

    @cached_property
    def source_documents(self) -> tuple[Document, ...]:
        """Documents in the source language; in an edition, also the team's own, and none of activities that it leaves out."""
        gone = {(one.module.id, one.activity.id) for one in self.left_out}
        return tuple(
            d
            for d in self.documents
            if (d.language == self.source_language or self.is_national(d)) and (d.module, d.name) not in gone
        )

    @cached_property
    def reading_order(self) -> tuple[tuple[Module, Activity | None], ...]:
        """The pages that one can read one after the other: each module's overview (without activity), then its activities."""
        stops: list[tuple[Module, Activity | None]] = []
        for module in self.modules:
            stops.extend([(module, None)] if self.text_of(module) else [])
            stops.extend(
                (module, activity) for activity in module.activities if self.has_page(module, activity)
            )
        return tuple(stops)

    @cached_property
    def page_of_directive(self) -> Mapping[str, Document]:
        """The first standing page that holds a directive, by the directive's name."""
        found: dict[str, Document] = {}
        for document in self.source_documents:
            for directive in document.directives if document.area == "docs" else ():
                found.setdefault(directive.name, document)
        return found

    def text_of(self, module: Module, activity: Activity | None = None) -> Document | None:
        """The hand-written page of an activity, or of a module's overview: the source, or else the edition's own."""
        name = activity.id if activity else "index"
        versions = self.pages.get(f"modules/{module.id}/{name}.md", {})
        return versions.get(self.source_language) or (versions.get(self.language) if self.language else None)

    def edition(self, language: str) -> "Course":
        """The course as it is taught in a language: the shared one where the national team changes nothing."""
        shared = self.base or self
        return shared.edition_by_language.get(language, shared)

    @cached_property
    def edition_by_language(self) -> Mapping[str, "Course"]:
        """The courses of those national teams that change something."""
        languages = {one.language for one in self.editions} | {one.language for one in self.nationals}
        return {code: _edition(self, code) for code in self.languages[1:] if code in languages}

    @cached_property
    def national(self) -> NationalData | None:
        """Of an edition: what the team's pages cite."""
        return next((one for one in self.nationals if one.language == self.language), None)

    @cached_property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Of an edition: the activities that the team leaves out."""
        shared = self.base or self
        return tuple(
            LeftOut(*shared.activity_by_id[one.id], one.reason, edition)
            for edition in self.editions
            for one in edition.omit
            if edition.language == self.language and one.id in shared.activity_by_id
        )

    def leaves_out(self, activity: Activity, language: str) -> bool:
        """Whether the national team of a language leaves out an activity."""
        return any(one.activity.id == activity.id for one in self.edition(language).left_out)

    def team_of(self, activity: Activity) -> NationalTeam | None:
        """Of an edition: who answers for an activity that the team adds; None for one that all share."""
        own = (one for one in self.editions if one.language == self.language)
        return next((one for one in own if any(added.id == activity.id for added in one.add)), None)

    def is_national(self, document: Document) -> bool:
        """Of an edition: whether a document is the team's own, and no translation."""
        return document.language == self.language and self.source_language not in self.pages[document.key]

    def page_of(self, module: Module, activity: Activity) -> Mapping[str, Document]:
        """An activity's page by language; empty where it has none."""
        return self.pages.get(f"modules/{module.id}/{activity.id}.md", {})

    def bank_of(self, module: Module, activity: Activity) -> QuestionBank | None:
        """The questions that an activity's page asks: a quiz asks those of its module."""
        return self.bank_by_module.get(module.id) if activity.kind == "quiz" else None

    def has_page(self, module: Module, activity: Activity) -> bool:
        """Whether an activity has a page: one that is written, or one made from questions."""
        return self.text_of(module, activity) is not None or self.bank_of(module, activity) is not None

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


def _edition(course: Course, language: str) -> Course:
    """The course with all changes of one national team."""
    changes = {one.module: one for one in course.editions if one.language == language}
    modules = tuple(changed(one, changes[one.id]) if one.id in changes else one for one in course.modules)
    gone = {omission.id for change in changes.values() for omission in change.omit}
    quizzes = {m.id for m in course.modules for one in m.activities if one.kind == "quiz" and one.id in gone}
    edition = replace(
        course,
        modules=modules,
        banks=tuple(bank for bank in course.banks if bank.id not in quizzes),
        base=course,
        language=language,
    )
    if (own := edition.national) is None:
        return edition
    toolkit, glossary, sources = course.toolkit, course.glossary, course.sources
    return replace(
        edition,
        toolkit=toolkit.model_copy(update={"factors": (*toolkit.factors, *own.factors)}),
        glossary=glossary.model_copy(update={"terms": (*glossary.terms, *own.terms)}),
        sources=sources.model_copy(update={"sources": (*sources.sources, *own.sources)}),
    )

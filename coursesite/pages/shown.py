"""How the translation of a page stands: its own text, and what else is shown on it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.cards import with_cards
from ..model.course import Course
from ..model.document import Directive
from ..model.exercises import exercises_of
from ..model.homework import tasks_of
from ..model.module import Activity, Module
from ..model.translation import STANDINGS, Segment, Standing, Translation
from .page import NOTES, Page

FRAMEWORK = "modules/competencies.yml"
TOOLKIT = "modules/toolkit.yml"
PROGRAMME = "modules/programme.yml"

FILES: Mapping[str, tuple[str, str]] = {
    "hours": (PROGRAMME, r"settings\."),
    "journey": (PROGRAMME, r"settings\."),
    "formats": (PROGRAMME, r"formats\."),
    "framework": (FRAMEWORK, ""),
    "coverage": (FRAMEWORK, r"competencies\."),
    "list": (FRAMEWORK, r"lists\.{id}\."),
    "factors": (TOOLKIT, r"factors\."),
    "recommendations": (TOOLKIT, r"recommendations\."),
    "glossary": ("modules/glossary.yml", ""),
    "sources": ("modules/sources.yml", ""),
    "picture": ("modules/pictures.yml", r"pictures\.{id}\."),
    "modules": ("module.yml", r"title|summary"),
    "homework": ("module.yml", r"activities\.[^.]+\.title"),
    "assign": ("module.yml", r"activities\.[^.]+\.title"),
    "planner": ("module.yml", r"title|activities\.[^.]+\.title"),
    "survey": ("modules/surveys.yml", r"(surveys\.{id}|scales|answers)\."),
}
"""What the words of generated content come from: a file (`module.yml`: of every module), and how its keys begin there."""


@dataclass(frozen=True)
class Shown:
    """What a page shows of one language, by the file that it comes from."""

    own: tuple[Segment, ...]
    """Of the page's own text; empty where nobody has begun it."""
    others: tuple[Segment, ...]
    """Of what else is shown on it."""
    untouched: bool
    """Whether something on it comes from files that nobody has begun."""

    @property
    def standings(self) -> frozenset[Standing]:
        """What holds for any piece of it, but for what the source no longer has."""
        found = {one.standing for one in (*self.own, *self.others)} - {"orphaned"}
        return frozenset(found | ({"missing"} if self.untouched else set()))

    @property
    def worst(self) -> Standing:
        """What holds for the page as a whole."""
        return next((one for one in STANDINGS if one in self.standings), "reviewed")

    @property
    def outdated(self) -> Mapping[str, str | None]:
        """Sections of its own text whose source changed: heading id → date of the latest translation there."""
        found: dict[str, str | None] = {}
        for one in self.own:
            if one.standing == "outdated" and one.section:
                found[one.section] = max(filter(None, (found.get(one.section), one.date)), default=None)
        return found


def shown_on(course: Course, translation: Translation, page: Page) -> Shown:
    """How what is on a page stands."""
    own: tuple[Segment, ...] = ()
    others: list[Segment] = []
    untouched = False
    for path, keys in _parts(course, page):
        file = translation.files.get(path)
        if file is None:
            continue
        if not file.begun:
            untouched = True
        elif page.document is not None and path == page.document.key:
            own = file.segments
        else:
            others += [one for one in file.segments if re.match(keys, one.key)]
    return Shown(own, tuple(others), untouched)


def standing_of(course: Course, translation: Translation, module: Module, activity: Activity) -> Standing:
    """How an activity stands: its page, its questions and its words in the module's file."""
    document, bank = course.text_of(module, activity), course.bank_of(module, activity)
    return shown_on(course, translation, Page("activity", "", "", document, module, activity, bank)).worst


def _parts(course: Course, page: Page) -> Iterator[tuple[str, str]]:
    """Files that a page's words come from, each with how the keys of these words begin."""
    if page.document is not None:
        yield page.document.key, ""
        for directive in page.document.directives:
            yield from _of_directive(course, directive)
    if page.bank is not None:
        yield f"quizzes/{page.bank.id}.yml", ""
    if page.module is not None and page.activity is not None:
        yield f"modules/{page.module.id}/module.yml", rf"activities\.{re.escape(page.activity.id)}\."
    elif page.module is not None and page.kind == "module":
        yield f"modules/{page.module.id}/module.yml", ""
    elif page.module is not None and page.kind in {"booklet", "cards"}:
        yield from _gathered(course, page, page.module)


def _gathered(course: Course, page: Page, module: Module) -> Iterator[tuple[str, str]]:
    """Files that a page on paper is gathered from."""
    gathered = exercises_of(course, module) if page.kind == "booklet" else with_cards(course, module)
    for activity, document in gathered:
        yield document.key, ""
        yield f"modules/{module.id}/module.yml", rf"activities\.{re.escape(activity.id)}\."
    if page.kind == "booklet" and page.for_trainers:
        yield f"modules/{module.id}/trainer/{NOTES}.md", ""
        yield from ((task.copy_path, "") for task in tasks_of(course, module))
        if module.id in course.bank_by_module:
            yield f"quizzes/{module.id}.yml", ""


def _of_directive(course: Course, directive: Directive) -> Iterator[tuple[str, str]]:
    if directive.name not in FILES:
        return
    path, keys = FILES[directive.name]
    keys = keys.replace("{id}", re.escape(directive.argument))
    if path == "module.yml":
        yield from ((f"modules/{module.id}/module.yml", keys) for module in course.modules)
    else:
        yield path, keys

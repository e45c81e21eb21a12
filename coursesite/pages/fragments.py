"""Directives → HTML: a view for each, rendered by the template of the same name in `overrides/fragments/`."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    FunctionLoader,
    StrictUndefined,
)

from ..model.document import Directive
from .assignment_views import assign_view, assigned_view
from .desk_views import desk_view, languages_view
from .evaluation_views import collect_view, feedback_view
from .framework_views import coverage_view, framework_view, list_view
from .hours_views import formats_view, hours_view, journey_view
from .module_views import module_cards, portfolio_view
from .national_views import laws_view, services_view
from .package_views import downloads_view, trainers_downloads_view
from .picture_views import picture_view
from .planning_views import planner_view
from .reference_views import glossary_view, homework_view, sources_view, trainer_view
from .standpoint import Standpoint
from .survey_views import survey_view
from .toolkit_views import factors_view, recommendations_view
from .views import ModulesView
from .words import Words, template_words

VIEWS: Mapping[str, Callable[[Standpoint], object]] = {
    "hours": hours_view,
    "journey": journey_view,
    "formats": formats_view,
    "modules": lambda at: ModulesView(module_cards(at)),
    "framework": framework_view,
    "coverage": coverage_view,
    "factors": factors_view,
    "recommendations": recommendations_view,
    "glossary": glossary_view,
    "sources": sources_view,
    "homework": homework_view,
    "assign": assign_view,
    "assigned": assigned_view,
    "languages": languages_view,
    "trainer": trainer_view,
    "downloads": downloads_view,
    "trainer-downloads": trainers_downloads_view,
    "translations": desk_view,
    "collect": collect_view,
    "feedback": feedback_view,
    "services": services_view,
    "laws": laws_view,
    "planner": planner_view,
}
"""What stands behind each directive."""

VIEWS_BY_ID: Mapping[str, Callable[[Standpoint, str], object]] = {
    "list": list_view,
    "picture": picture_view,
    "portfolio": portfolio_view,
    "survey": survey_view,
}
"""What stands behind each directive that names something: `<!-- list: id -->`."""

STYLES: Mapping[str, str] = {
    "languages": "desk.css",
    "translations": "desk.css",
    "survey": "evaluation.css",
    "collect": "evaluation.css",
    "feedback": "evaluation.css",
    "assign": "assigned.css",
    "assigned": "assigned.css",
    "downloads": "downloads.css",
    "trainer-downloads": "downloads.css",
    "planner": "planner.css",
}
"""The style sheet in `overrides/assets/` that a directive's markup wants, where it has one of its own."""


def styles_of(directives: Iterable[Directive]) -> tuple[str, ...]:
    """The style sheets that a page's directives want, each once."""
    return tuple(dict.fromkeys(STYLES[one.name] for one in directives if one.name in STYLES))


def compiled_templates(name: str) -> BytecodeCache:
    """Templates are compiled once, and not again for each language. `name` keeps environments apart."""
    return FileSystemBytecodeCache(pattern=f"coursesite-{name}-%s.cache")


_HEADING_LINE = re.compile(r"^(#{2,6} .*)$", re.MULTILINE)


def _no_icon(name: str) -> str | None:
    """An icon of the theme where the theme is not at hand: nothing, as in books, which show none."""
    return "" if name.startswith(".icons/") else None


class Fragments:
    """The templates of generated content, in one language. Templates are looked for in `folders`, in order.

    None in the place of the theme's folder: its icons are left out.
    """

    def __init__(self, folders: tuple[Path | None, ...], words: Words) -> None:
        files = FileSystemLoader([folder for folder in folders if folder])
        self.environment = Environment(
            loader=ChoiceLoader([files, FunctionLoader(_no_icon)]) if None in folders else files,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=compiled_templates("fragments"),
        )
        self.environment.globals.update(template_words(words))

    def render(self, directive: Directive, at: Standpoint) -> str:
        """The markup of one directive: HTML, with headings in Markdown where its template ends in `.md`.

        Raises:
            KeyError: the directive does not exist; a check has refused it before.
        """
        if directive.argument:
            view = VIEWS_BY_ID[directive.name](at, directive.argument)
        else:
            view = VIEWS[directive.name](at)
        return self._template(directive.name, view, at.words.language)

    def render_note(self, name: str, view: object, at: Standpoint) -> str:
        """The markup of something that no directive asks for."""
        return self._template(name, view, at.words.language)

    def _template(self, name: str, view: object, language: str) -> str:
        template = self.environment.select_template([f"fragments/{name}.html", f"fragments/{name}.md"])
        return template.render(view=view, page_language=language).strip()


@dataclass(frozen=True)
class Body:
    """A page's Markdown, with a mark where each fragment of HTML belongs.

    Fragments are kept out of the conversion: it would parse them several times and change nothing,
    and pages that stand in for a translation would not be equal.
    """

    markdown: str
    fragments: tuple[str, ...]

    def filled(self, html: str) -> str:
        """The converted page with its fragments in their places."""
        for number, fragment in enumerate(self.fragments):
            html = html.replace(_mark(number), fragment, 1)
        return html


def _mark(number: int) -> str:
    return f'<div data-fragment="{number}"></div>'


class BodyBuilder:
    """Puts generated markup into a page's Markdown."""

    def __init__(self) -> None:
        self.fragments: list[str] = []

    def marked(self, markup: str) -> str:
        """Markdown for generated markup: its headings as they are, a mark for all HTML between them."""
        blocks: list[str] = []
        for part in _HEADING_LINE.split(markup):
            if part.startswith("#"):
                blocks.append(part)
            elif part.strip():
                blocks.append(_mark(len(self.fragments)))
                self.fragments.append(part.strip())
        return "\n" + "\n\n".join(blocks) + "\n"

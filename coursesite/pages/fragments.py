"""Directives → HTML: a view for each, rendered by the template of the same name in `overrides/fragments/`."""

from pathlib import Path
from typing import Callable, Mapping

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..model.document import Directive
from .framework_views import coverage_view, framework_view, list_view
from .hours_views import formats_view, hours_view, journey_view
from .reference_views import glossary_view, homework_view, languages_view, sources_view, trainer_view
from .standpoint import Standpoint
from .toolkit_views import factors_view, recommendations_view
from .views import ModulesView
from .module_views import module_cards
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
    "languages": languages_view,
    "trainer": trainer_view,
}
"""What stands behind each directive; `list` takes an argument and is found apart."""


class Fragments:
    """The templates of generated content, in one language. Templates are looked for in `folders`, in order."""

    def __init__(self, folders: tuple[Path, ...], words: Words) -> None:
        self.environment = Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.globals.update(template_words(words))

    def render(self, directive: Directive, at: Standpoint) -> str:
        """The markup of one directive: block-level HTML, or Markdown with HTML in it.

        Raises:
            KeyError: the directive does not exist; a check has refused it before.
        """
        if directive.name == "list":
            listing = next(one for one in at.course.framework.lists if one.id == directive.argument)
            return self._template("list", list_view(at, listing), at.words.language)
        return self._template(directive.name, VIEWS[directive.name](at), at.words.language)

    def _template(self, name: str, view: object, language: str) -> str:
        template = self.environment.select_template([f"fragments/{name}.html", f"fragments/{name}.md"])
        text = template.render(view=view, page_language=language)
        lines = (line.strip() for line in text.splitlines())
        if template.name is not None and template.name.endswith(".md"):
            return "\n".join(lines)
        return "\n".join(line for line in lines if line)

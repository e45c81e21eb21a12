"""How a page's Markdown becomes HTML: the same extensions in the site and in the packages."""

from collections.abc import Mapping
from typing import Any

from markdown import Markdown

EXTENSIONS: tuple[str, ...] = (
    "toc",
    "tables",
    "fenced_code",
    "admonition",
    "attr_list",
    "def_list",
    "sane_lists",
    "pymdownx.smartsymbols",
    "coursesite.pages.markup",
)

SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "toc": {"toc_depth": "2-3"},
    "pymdownx.smartsymbols": {"fractions": False, "ordinal_numbers": False},
}
"""Settings of extensions, by their name."""


def converter() -> Markdown:
    """A converter as the site's engine makes one. `reset()` it before each page."""
    settings = {name: dict(values) for name, values in SETTINGS.items()}
    return Markdown(extensions=list(EXTENSIONS), extension_configs=settings)

"""Which page lives where. An address is the same in every language; the language is a folder before it.

    docs/index.md                     ``                          /            /sv/
    docs/toolkit.md                   `toolkit`                   /toolkit/    /sv/toolkit/
    modules/m01/index.md              `modules/m01`               …
    modules/m01/what-is-it.md         `modules/m01/what-is-it`
    modules/m01/trainer/slides.md     `trainer/m01/slides`        never among trainees' pages
"""

import posixpath
from dataclasses import dataclass

from ..model.document import Document

HOME = ""
SEARCH = "search"


def address_of(document: Document) -> str:
    """A document's address."""
    match document.area, document.module, document.name:
        case "docs", _, "index":
            return HOME
        case "docs", _, _:
            return document.key.removeprefix("docs/").removesuffix(".md")
        case "trainer", module, name:
            return f"trainer/{module}/{name}"
        case _, module, "index":
            return f"modules/{module}"
        case _, module, name:
            return f"modules/{module}/{name}"


def asset_address(path: str) -> str:
    """Where a picture lies in the site: beside the pages of its folder."""
    parts = path.split("/")
    match parts:
        case ["docs", *rest]:
            return "/".join(rest)
        case ["modules", module, "trainer", *rest]:
            return "/".join(["trainer", module, *rest])
        case _:
            return path


def source_uri(address: str, overview: bool) -> str:
    """The path under which a site engine files the page; an overview is its folder's index."""
    if address == HOME:
        return "index.md"
    return f"{address}/index.md" if overview else f"{address}.md"


@dataclass(frozen=True)
class Addresses:
    """Relative URLs from one page in one language. Pages are folders: their URLs end in `/`."""

    here: str
    language: str
    source_language: str

    def to(self, address: str, anchor: str = "", language: str | None = None) -> str:
        """The relative URL of a page, in this page's language unless another is named."""
        target = posixpath.join("/", self._folder(language or self.language), address)
        start = posixpath.join("/", self._folder(self.language), self.here)
        path = posixpath.relpath(target, start)
        url = "./" if path == "." else f"{path}/"
        if anchor and url == "./":
            return f"#{anchor}"
        return f"{url}#{anchor}" if anchor else url

    def root(self) -> str:
        """The relative URL of the site's root."""
        return self.to(HOME, language=self.source_language)

    def path(self, address: str, language: str) -> str:
        """The path from the site's root, without a leading slash."""
        path = posixpath.join(self._folder(language), address)
        return f"{path}/" if path else ""

    def _folder(self, language: str) -> str:
        return "" if language == self.source_language else language

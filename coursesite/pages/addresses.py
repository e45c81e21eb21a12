"""Which page lives where. An address is the same in every language; the language is a folder before it.

docs/index.md                     ``                          /            /sv/
docs/toolkit.md                   `toolkit`                   /toolkit/    /sv/toolkit/
modules/m01/index.md              `modules/m01`               …
modules/m01/what-is-it.md         `modules/m01/what-is-it`
modules/m01/trainer/slides.md     `trainer/m01/slides`        never among trainees' pages
modules/m01/trainer/a-task.md     `trainer/m01/a-task`        the trainer's copy of a homework
modules/m01/*.md                  `trainer/m01/cards`         lists of its pages as cards to cut out
                                  `modules/m01/a-task/sheet`  the homework on paper
quizzes/m01.yml                   `modules/m01/the-quiz`      the page of the module's quiz
                                  `trainer/m01/quiz-key`      the same with the answers
modules/m01/trainer/slides.md     `trainer/m01/show`          the slides, one at a time
modules/m01/*.md                  `modules/m01/exercises`     all that one works on, as a booklet
                                  `trainer/m01/exercises`     the same with solutions
"""

from dataclasses import dataclass

from ..model.document import Document
from ..model.module import Activity, Module

HOME = ""
SEARCH = "search"
LEARNING = "my-learning"
EXERCISES = "exercises"
"""Last part of a booklet's address."""


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


def activity_address(module: Module, activity: Activity) -> str:
    """An activity's address, whether its page is written or made from questions."""
    return f"modules/{module.id}/{activity.id}"


def sheet_address(module: Module, activity: Activity) -> str:
    """The address of a homework's sheet to print."""
    return f"{activity_address(module, activity)}/sheet"


def key_address(module: str) -> str:
    """The address of the answers to a module's questions."""
    return f"trainer/{module}/quiz-key"


def show_address(module: Module) -> str:
    """The address at which a module's slides are shown one at a time."""
    return f"trainer/{module.id}/show"


def cards_address(module: Module) -> str:
    """The address of a module's cards to cut out."""
    return f"trainer/{module.id}/cards"


def booklet_address(module: Module, solutions: bool) -> str:
    """The address of a module's exercises to print."""
    return f"{'trainer' if solutions else 'modules'}/{module.id}/{EXERCISES}"


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
    """Relative URLs from one page in one language. Pages are folders: their URLs end in `/`.

    Each URL goes up to the language's home and down from there, so that a page has the same links in
    every language, as deep as it lies.
    """

    here: str
    language: str
    source_language: str

    def to(self, address: str, anchor: str = "", language: str | None = None) -> str:
        """The relative URL of a page, in this page's language unless another is named."""
        other = language is not None and language != self.language
        if address == self.here and not other and anchor:
            return f"#{anchor}"
        start = self.root() + self._folder(language or self.language) if other else self.home()
        url = f"{start}{address}/" if address else start
        return f"{url}#{anchor}" if anchor else url

    def home(self) -> str:
        """The relative URL of this language's home."""
        return "../" * (self.here.count("/") + 1) if self.here else "./"

    def root(self) -> str:
        """The relative URL of the site's root."""
        if self.language == self.source_language:
            return self.home()
        return self.home().removeprefix("./") + "../"

    def path(self, address: str, language: str) -> str:
        """The path from the site's root, without a leading slash."""
        return self._folder(language) + (f"{address}/" if address else "")

    def _folder(self, language: str) -> str:
        return "" if language == self.source_language else f"{language}/"

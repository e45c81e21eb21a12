"""What there is to translate: each source file with its neighbour and its ledger, in one language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from ..model.adaptation import within
from ..model.competency import Framework
from ..model.course import Course
from ..model.entity import Entity
from ..model.module import ModuleFile
from ..model.picture import Pictures
from ..model.programme import Programme
from ..model.question import QuestionFile
from ..model.reference import Glossary, Sources
from ..model.survey import Surveys
from ..model.toolkit import Toolkit
from .ledger import Entry, read_ledger
from .markdown_cut import cut_page
from .pairing import Pair, paired
from .po_cut import cut_catalogue, cut_template
from .segments import SEVERAL, Cut
from .yaml_cut import cut_neighbour, cut_source, own_names

WHOLE: dict[str, type[Entity]] = {
    "modules/programme.yml": Programme, "modules/competencies.yml": Framework, "modules/toolkit.yml": Toolkit,
    "modules/glossary.yml": Glossary, "modules/pictures.yml": Pictures, "modules/sources.yml": Sources,
    "modules/surveys.yml": Surveys,
}  # fmt: skip


CATALOGUE = "overrides/locales/coursesite.pot"
"""The interface's words."""

Kind = type[Entity] | Literal["catalogue"] | None


@dataclass(frozen=True)
class Sheet:
    """One source file and its translation into one language."""

    root: Path
    path: str
    """Of the source file, from the course's root."""
    language: str
    kind: Kind
    """What a YAML file is; None for a page."""
    source: Cut
    target: Cut | None
    """None where there is no neighbour."""
    entries: tuple[Entry, ...]

    @property
    def neighbour(self) -> str:
        """Path of the translation."""
        stem, _, ending = self.path.rpartition(".")
        if self.kind == "catalogue":
            folder, _, domain = stem.rpartition("/")
            return f"{folder}/{self.language}/LC_MESSAGES/{domain}.po"
        return f"{stem}.{self.language}.{ending}"

    @property
    def part(self) -> str:
        """What it belongs to: a module's id, `course` for what all share, `docs` for standing pages, `interface`."""
        if self.kind == "catalogue":
            return "interface"
        folder, _, rest = self.path.partition("/")
        if folder == "quizzes":
            return rest.removesuffix(".yml")
        return folder if folder == "docs" else rest.partition("/")[0] if "/" in rest else "course"

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Its segments with their statuses."""
        if self.target is None and not self.entries:
            return tuple(Pair(segment.key, segment, None, None) for segment in self.source.segments)
        if self.target is None:
            return paired(self.source.segments, self.entries, ())
        outline = self.source.outline
        inside = within(outline, self.target.replaced)
        replaced = {
            id.replace("/", "-") for (_, id), is_in in zip(outline, inside, strict=True) if is_in and id
        }
        return paired(self.source.segments, self.entries, self.target.segments, replaced)

    def cut_target(self, text: str) -> Cut:
        """A text of the neighbour in segments."""
        if self.kind is None:
            return cut_page(text)
        if self.kind == "catalogue":
            return cut_catalogue(text)
        several = frozenset(one.key for one in self.source.segments if one.sort in SEVERAL)
        return cut_neighbour(text, several, own_names(self.kind))


def sheets(root: Path, course: Course, language: str) -> tuple[Sheet, ...]:
    """All files with words: what the course shares, standing pages, then each module with its questions.

    Raises:
        BrokenLedger: a ledger can't be read.
    """
    return sheets_by_language(root, course, (language,))[language]


def sheets_by_language(
    root: Path, course: Course, languages: Iterable[str]
) -> Mapping[str, tuple[Sheet, ...]]:
    """The sheets of several languages; each source file is read and cut once.

    Raises:
        BrokenLedger: a ledger can't be read.
    """
    sources = [(path, source) for path in _paths(root, course) if (source := _source(root, path)).segments]
    return {code: tuple(_beside(root, path, code, source) for path, source in sources) for code in languages}


def _paths(root: Path, course: Course) -> tuple[str, ...]:
    paths: list[str] = [path for path in WHOLE if (root / path).exists()]
    pages = [document.path for document in course.source_documents]
    paths += sorted(path for path in pages if path.startswith("docs/"))
    for module in course.modules:
        own = [f"modules/{module.id}/module.yml", f"quizzes/{module.id}.yml"]
        own[1:1] = sorted(path for path in pages if path.startswith(f"modules/{module.id}/"))
        paths += [path for path in own if (root / path).exists()]
    return (*paths, CATALOGUE) if (root / CATALOGUE).exists() else tuple(paths)


def sheet(root: Path, path: str, language: str) -> Sheet:
    """One source file with its neighbour and its ledger."""
    return _beside(root, path, language, _source(root, path))


def _kind(path: str) -> Kind:
    if path.endswith(".md"):
        return None
    if path == CATALOGUE:
        return "catalogue"
    return WHOLE.get(path) or (QuestionFile if path.startswith("quizzes/") else ModuleFile)


def _source(root: Path, path: str) -> Cut:
    kind = _kind(path)
    text = exact_text(root / path)
    if kind is None:
        return cut_page(text)
    return cut_template(text) if kind == "catalogue" else cut_source(text, kind)


def _beside(root: Path, path: str, language: str, source: Cut) -> Sheet:
    """A source file that is cut already, with its neighbour and its ledger."""
    bare = Sheet(root, path, language, _kind(path), source, None, read_ledger(root, path, language))
    file = root / bare.neighbour
    return replace(bare, target=bare.cut_target(exact_text(file))) if file.exists() else bare


def exact_text(file: Path) -> str:
    """A file's text with its own line ends."""
    return file.read_bytes().decode("utf-8", errors="surrogateescape")


def write_exact(file: Path, text: str) -> None:
    """Write a text with its own line ends."""
    file.write_bytes(text.encode("utf-8", errors="surrogateescape"))

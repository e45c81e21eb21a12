"""Walks a course's folders and reads every file into one `Course`."""

import os
from collections import defaultdict
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel

from ..model.competency import Framework
from ..model.course import Course
from ..model.document import Area, Document
from ..model.module import Module, ModuleFile
from ..model.national import ModuleEdition, ModuleEditionFile, NationalData, NationalFile
from ..model.picture import Picture, Pictures
from ..model.problem import Problem
from ..model.programme import Programme
from ..model.question import QuestionBank, QuestionFile
from ..model.reference import Glossary, Sources
from ..model.survey import Surveys
from ..model.toolkit import Toolkit
from .drawing import drawing_path, read_drawing
from .listing import files_of, is_picture
from .markdown_file import parse_markdown
from .overlays import with_words
from .own_words import in_own_language
from .packages_list import read_packages
from .text_file import Unreadable, read_text
from .validation import validated
from .yaml_file import parse_yaml

TRAINER = "trainer"
NATIONAL = "national"
"""Name of the files that a national team writes in its own language, such as `national.de.yml`."""

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Reading:
    """What came of reading a course.

    `course` is None where the programme could not be read. Unless it is `whole`, parts of it are
    missing because their files could not be read; `problems` says which, sorted.
    """

    course: Course | None
    whole: bool
    problems: tuple[Problem, ...]


def read_course(root: Path) -> Reading:
    """The course in `root`, and all that is wrong with the form of its files.

    Never raises for what authors may have done.
    """
    return _Folder(root).read()


class _Folder:
    """One reading of one course; gathers problems on the way."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.languages: tuple[str, ...] = ()
        self.sound = True

    def read(self) -> Reading:
        files, self.problems = files_of(self.root)
        programme_data = self._yaml("modules/programme.yml")
        self.languages = _codes(programme_data)
        translations = self._translations(files)

        def entity(kind: type[Model], path: str, needed: bool, **more: Any) -> Model | None:
            data = programme_data if kind is Programme else None
            return self._entity(kind, path, translations[path], needed, data, **more)

        programme = entity(Programme, "modules/programme.yml", True)
        framework = entity(Framework, "modules/competencies.yml", True)
        toolkit = entity(Toolkit, "modules/toolkit.yml", False)
        glossary = entity(Glossary, "modules/glossary.yml", False)
        sources = entity(Sources, "modules/sources.yml", False)
        surveys = entity(Surveys, "modules/surveys.yml", False)
        pictures = entity(Pictures, "modules/pictures.yml", False) or Pictures()
        drawings = {picture.id: self._drawing(picture) for picture in pictures.pictures}
        modules = {
            name: entity(ModuleFile, f"modules/{name}/module.yml", True)
            for name in self._module_folders(files, programme)
        }
        banks = {
            name: entity(QuestionFile, f"quizzes/{name}.yml", False) for name in self._banks(files, programme)
        }
        editions = [
            ModuleEdition(module=path.split("/")[1], language=language, **_values(one))
            for path, language in self._national_files(files)
            if path.count("/") == 2 and (one := self._own(ModuleEditionFile, path, language)) is not None
        ]
        nationals = [
            NationalData(language=language, **_values(data))
            for path, language in self._national_files(files)
            if path.count("/") == 1 and (data := self._own(NationalFile, path, language)) is not None
        ]
        documents = [d for path in files if path.endswith(".md") and (d := self._document(path))]
        drawn = {drawing_path(picture.id) for picture in pictures.pictures}  # they stand inside pages
        assets = tuple(path for path in files if is_picture(path) and path not in drawn)
        packages, about_packages = read_packages(self.root)
        self.problems.extend(about_packages)
        problems = tuple(sorted(set(self.problems)))
        if programme is None:  # then its languages are not known for certain
            return Reading(None, False, tuple(p for p in problems if p.code != "unknown-language"))
        course = Course(
            programme=programme,
            framework=framework or Framework.model_construct(levels=(), competencies=(), lists=()),
            modules=tuple(
                Module(id=name, **{key: getattr(module, key) for key in ModuleFile.model_fields})
                for name, module in modules.items()
                if module is not None
            ),
            toolkit=toolkit or Toolkit.model_construct(levels=(), roles=(), factors=(), recommendations=()),
            glossary=glossary or Glossary(),
            sources=sources or Sources(),
            banks=tuple(
                QuestionBank(id=name, **{key: getattr(bank, key) for key in QuestionFile.model_fields})
                for name, bank in banks.items()
                if bank is not None and modules.get(name) is not None
            ),
            surveys=surveys or Surveys(),
            pictures=pictures.pictures,
            drawings=drawings,
            documents=tuple(documents),
            assets=assets,
            editions=tuple(one for one in editions if modules.get(one.module) is not None),
            nationals=tuple(nationals),
            packages=packages,
        )
        return Reading(course, self.sound, problems)

    def _problem(self, path: str, line: int, code: str, says: str, expected: str, mend: str) -> None:
        self.problems.append(Problem(path, line, code, says, expected, mend))

    def _yaml(self, path: str) -> Any:
        """The file's data, or None where it does not exist or could not be parsed."""
        try:
            return parse_yaml(read_text(self.root, path), path) if self._exists(path) else None
        except Unreadable as unreadable:
            self.problems.append(unreadable.problem)
            self.sound = False
            return None

    def _drawing(self, picture: Picture) -> str:
        drawing, problems = read_drawing(self.root, picture)
        self.problems.extend(problems)
        return drawing

    def _exists(self, path: str) -> bool:
        """Also where a link leads nowhere: it will be found unreadable."""
        return os.path.lexists(self.root / path)

    def _translations(self, files: list[str]) -> dict[str, dict[str, str]]:
        """For each source YAML file, its neighbours by language."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for path in files:
            if not path.endswith(".yml"):
                continue
            stem, _, language = path.removesuffix(".yml").rpartition(".")
            if _is_national(path):
                self._known_language(path, language)
            elif not stem:
                found[path]
            elif self._known_language(path, language):
                found[f"{stem}.yml"][language] = path
        for source, neighbours in found.items():
            if source not in files:
                for path in neighbours.values():
                    self._orphan(path, source)
            elif not self._known_yaml(source):
                self._problem(
                    source, 0, "unknown-file", "this file is not one that a course has",
                    "programme.yml, competencies.yml, toolkit.yml, glossary.yml, sources.yml, pictures.yml and surveys.yml in modules/, "
                    "one module.yml in each folder below it, and questions in quizzes/",
                    "rename the file, or delete it",
                )  # fmt: skip
        return found

    def _national_files(self, files: list[str]) -> list[tuple[str, str]]:
        """Files that national teams write in their own language, each with the language."""
        named = [(path, path.split(".")[-2]) for path in files if _is_national(path)]
        return [(path, language) for path, language in named if language in self.languages[1:]]

    def _own(self, kind: type[Model], path: str, language: str) -> Model | None:
        """One of them, read."""
        data = self._yaml(path)
        if data is None and any(problem.path == path for problem in self.problems):
            return None
        entity, problems = validated(kind, in_own_language(kind, data, language), path)
        self.problems.extend(problems)
        self.sound = self.sound and entity is not None
        return entity

    def _orphan(self, path: str, source: str) -> None:
        self._problem(
            path, 0, "translation-without-source", f"`{source}` does not exist, so this translates nothing",
            "the same name as the source file, with the language before the ending",
            "rename the file after its source, or delete it",
        )  # fmt: skip

    def _known_language(self, path: str, language: str) -> bool:
        if language in self.languages[1:]:
            return True
        if language in self.languages:
            self._problem(
                path, 0, "unknown-language", f"`{language}` is the language that the course is written in",
                "no language in the names of files that are written in it", f"take `.{language}` out of the name",
            )  # fmt: skip
            return False
        others = f"one of {', '.join(self.languages[1:])}" if self.languages[1:] else "none, so far"
        self._problem(
            path, 0, "unknown-language", f"`{language}` is not a language that the course is translated into",
            f"{others} (modules/programme.yml, `languages`)", "rename the file, or add the language there",
        )  # fmt: skip
        return False

    @staticmethod
    def _known_yaml(path: str) -> bool:
        parts = PurePosixPath(path).parts
        whole = {
            f"{name}.yml"
            for name in ("programme", "competencies", "toolkit", "glossary", "sources", "pictures", "surveys")
        }
        match parts:
            case ("modules", name):
                return name in whole
            case ("modules", _, "module.yml") | ("quizzes", _):
                return True
        return False

    def _module_folders(self, files: list[str], programme: Programme | None) -> list[str]:
        """The modules that exist, in the programme's order."""
        present = {
            p.parts[1]
            for path in files
            if len((p := PurePosixPath(path)).parts) > 2 and p.parts[0] == "modules"
        }
        if programme is None:
            return sorted(name for name in present if f"modules/{name}/module.yml" in files)
        listed = [module.id for module in programme.modules]
        for module in programme.modules:
            if f"modules/{module.id}/module.yml" not in files:
                self._problem(
                    programme.place.path, module.place.line_of("id"), "module-without-file",
                    f"the module `{module.id}` has no file `modules/{module.id}/module.yml`",
                    "a folder of that name with a module.yml",
                    "correct the id, or delete this entry and make the module anew: "
                    f"python -m coursesite new module {module.id}",
                )  # fmt: skip
        for name in sorted(present - set(listed)):
            self._problem(
                f"modules/{name}", 0, "module-not-in-programme", f"the programme does not list the module `{name}`",
                "every folder in modules/ listed in modules/programme.yml, `modules`",
                "add it there with its hours, or move the folder away",
            )  # fmt: skip
        return [name for name in dict.fromkeys(listed) if f"modules/{name}/module.yml" in files]

    def _banks(self, files: list[str], programme: Programme | None) -> list[str]:
        """The modules that have questions, in the programme's order."""
        found = {
            pure.stem
            for path in files
            if (pure := PurePosixPath(path)).suffix == ".yml"
            and pure.parent == PurePosixPath("quizzes")
            and "." not in pure.stem
        }
        if programme is None:
            return sorted(found)
        modules = [module.id for module in programme.modules]
        for name in sorted(found - set(modules)):
            near = get_close_matches(name, modules, n=1)
            self._problem(
                f"quizzes/{name}.yml", 0, "bank-without-module", f"the programme has no module `{name}`",
                f"the id of a module as the file's name{f' (did you mean `{near[0]}`?)' if near else ''}",
                "rename the file, or add the module to modules/programme.yml",
            )  # fmt: skip
        return [name for name in dict.fromkeys(modules) if name in found]

    def _entity(
        self, kind: type[Model], path: str, neighbours: dict[str, str], needed: bool, data: Any, **more: Any
    ) -> Model | None:
        if not self._exists(path):
            if needed:
                self._problem(path, 0, "missing-file", "this file does not exist", "every course has one",
                              "make it, or begin with `python -m coursesite new course FOLDER`")  # fmt: skip
            return None
        overlays = {language: (p, self._yaml(p)) for language, p in sorted(neighbours.items())}
        data = self._yaml(path) if data is None else data
        if data is None and any(problem.path == path for problem in self.problems):
            return None
        joined, problems = with_words(kind, data, overlays)
        self.problems.extend(problems)
        entity, problems = validated(kind, joined, path, **more)
        self.problems.extend(problems)
        self.sound = self.sound and entity is not None
        return entity

    def _document(self, path: str) -> Document | None:
        pure = PurePosixPath(path)
        name, _, language = pure.name.removesuffix(".md").partition(".")
        if language and not self._known_language(path, language):
            return None
        area: Area = "docs" if pure.parts[0] == "docs" else "module"
        module = pure.parts[1] if area == "module" and len(pure.parts) > 2 else None
        if area == "module" and TRAINER in pure.parts[2:-1]:
            area = "trainer"
        if pure.parts[0] == "quizzes" or (area != "docs" and module is None):
            self._problem(path, 0, "unknown-file", "a page can't lie here",
                          "pages in docs/ or in a module's folder", "move the file there")  # fmt: skip
            return None
        try:
            text = read_text(self.root, path)
        except Unreadable as unreadable:
            self.problems.append(unreadable.problem)
            self.sound = False
            return None
        source = self.languages[0] if self.languages else "en"
        document, problems = parse_markdown(text, path, language or source, area, module, name)
        self.problems.extend(problems)
        self.sound = self.sound and document is not None
        return document


def _is_national(path: str) -> bool:
    """Whether a file's name and place are those of a national team's own data."""
    parts = PurePosixPath(path).parts
    return (
        len(parts) in {2, 3}
        and parts[0] == "modules"
        and parts[-1].startswith(f"{NATIONAL}.")
        and (parts[-1].count(".") == 2 and parts[-1].endswith(".yml"))
    )


def _values(entity: BaseModel) -> dict[str, Any]:
    """An entity's fields, as they are."""
    return {key: getattr(entity, key) for key in type(entity).model_fields}


def _codes(programme: Any) -> tuple[str, ...]:
    """Language codes as far as they can be told before the programme is checked."""
    entries = programme.get("languages") if isinstance(programme, dict) else None
    if not isinstance(entries, list):
        return ()
    return tuple(str(entry["code"]) for entry in entries if isinstance(entry, dict) and "code" in entry)

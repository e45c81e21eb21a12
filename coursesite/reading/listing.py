"""Which files a course's folders hold, by name only; what has no place there is a problem."""

import os
from pathlib import Path, PurePosixPath

from ..model.entity import IDENTIFIER
from ..model.problem import Problem
from .text_file import Unreadable, ordinary_file

FOLDERS = ("docs", "modules", "quizzes")
PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf"})


def files_of(root: Path) -> tuple[list[str], list[Problem]]:
    """Paths from `root` of all files that a course may have, and what is wrong with their names."""
    listing = _Listing(root)
    files = [path for folder in FOLDERS for path in listing.walk(folder)]
    return files, listing.problems


def is_picture(path: str) -> bool:
    """Whether a file is copied into the site as it is."""
    return PurePosixPath(path).suffix.lower() in PICTURES


class _Listing:
    """One walk through one course; gathers problems on the way."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def walk(self, top: str) -> list[str]:
        """The files of one folder and those below it, in order."""
        found: list[str] = []
        for here, folders, names in os.walk(self.root / top, onerror=self._unopened):
            around = Path(here).relative_to(self.root)
            folders[:] = [name for name in self._visible(folders, around) if self._is_folder(around / name)]
            files = ((around / name).as_posix() for name in self._visible(names, around))
            found.extend(path for path in files if self._is_known(path))
        return found

    def _problem(self, path: str, code: str, says: str, expected: str, mend: str) -> None:
        self.problems.append(Problem(path, 0, code, says, expected, mend))

    def _bad_name(self, path: str, what: str) -> None:
        self._problem(
            path, "file-name", f"{what} can't be an id, and names are ids here",
            "small letters a to z, digits and single hyphens, beginning with a letter", "rename it",
        )  # fmt: skip

    def _unopened(self, error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):  # a course need not have all of its folders
            self._problem(
                Path(error.filename).relative_to(self.root).as_posix(), "unreadable-file",
                f"the folder can't be opened ({error.strerror})", "a folder that can be read",
                "check that it is a folder and that you may read it",
            )  # fmt: skip

    def _visible(self, names: list[str], folder: Path) -> list[str]:
        """The names that are not hidden, sorted; those that can't be shown are a problem of their folder."""
        visible = sorted(name for name in names if not name.startswith("."))
        for name in visible:
            if not name.isprintable():
                self._bad_name(folder.as_posix(), f"the name {name!a} in this folder")
        return [name for name in visible if name.isprintable()]

    def _is_folder(self, folder: Path) -> bool:
        if (self.root / folder).is_symlink():
            self._problem(
                folder.as_posix(), "linked-folder", "this is a link to another folder, and is not followed",
                "a folder with the files themselves", "copy the folder here in place of the link",
            )  # fmt: skip
            return False
        if not IDENTIFIER.fullmatch(folder.name):
            self._bad_name(folder.as_posix(), f"the folder's name `{folder.name}`")
        return True

    def _is_known(self, path: str) -> bool:
        pure = PurePosixPath(path)
        if pure.suffix not in {".md", ".yml"} and not is_picture(path):
            self._problem(
                path, "unknown-file", f"a course has no use for `{pure.name}`",
                f"pages (.md), data (.yml) and pictures ({', '.join(sorted(PICTURES))})",
                "move the file elsewhere, or rename it",
            )  # fmt: skip
            return False
        if not IDENTIFIER.fullmatch(name := pure.name.partition(".")[0]):
            self._bad_name(path, f"`{name}`")
        return not is_picture(path) or self._can_be_shown(path)

    def _can_be_shown(self, picture: str) -> bool:
        """Whether a picture lies in the course: what a link leads to elsewhere must not get into the site."""
        try:
            ordinary_file(self.root, picture)
        except Unreadable as unreadable:
            self.problems.append(unreadable.problem)
            return False
        return True

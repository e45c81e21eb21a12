"""Reading one text file of an author, whatever state it is in."""

import unicodedata
from pathlib import Path

from ..model.problem import Problem

LARGEST = 1_000_000
"""Bytes. The longest page of a course has some 20,000; a file of a million is a mistake."""

LONGEST_LINE = 20_000
"""Characters. A paragraph on one line has at most some 2,000."""


class Unreadable(Exception):
    """Carries the problem that kept a file from being read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_text(root: Path, path: str) -> str:
    r"""The text of `root/path`, with line ends as `\n`.

    Raises:
        Unreadable: the file is outside the course, too large, not UTF-8, or can't be opened.
    """
    file = ordinary_file(root, path)
    try:
        raw = file.read_bytes() if file.stat().st_size <= LARGEST else None
    except OSError as error:
        raise _unopened(path, error) from error
    if raw is None:
        raise Unreadable(
            Problem(path, 0, "file-too-large", f"the file is larger than {LARGEST:,} bytes",
                    "a text file of ordinary size",
                    "check that it is the right file, or split it into several")
        )  # fmt: skip
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(
            Problem(path, raw[: error.start].count(b"\n") + 1, "not-utf-8",
                    f"byte {error.start + 1} of the file is not UTF-8 text",
                    "a text file in the encoding UTF-8",
                    "open it in your editor and save it again with the encoding UTF-8")
        ) from error  # fmt: skip
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(text.split("\n"), start=1):
        _refuse_what_no_author_types(line, path, number)
    return text


def ordinary_file(root: Path, path: str) -> Path:
    """Where `root/path` really lies.

    Raises:
        Unreadable: it is a link that leads out of the course or nowhere, or is no ordinary file.
    """
    try:
        file = (root / path).resolve(strict=True)
    except (OSError, RuntimeError) as error:  # a link to itself is a RuntimeError before Python 3.13
        raise _unopened(path, error) from error
    if not file.is_relative_to(root.resolve()):
        raise Unreadable(
            Problem(path, 0, "outside-the-course", "this is a link to a file outside the course",
                    "a file that lies in the course's own folders",
                    "copy the file here in place of the link")
        )  # fmt: skip
    if not file.is_file():
        raise _unopened(path, "it is not an ordinary file")
    return file


def _unopened(path: str, reason: Exception | str) -> Unreadable:
    what = getattr(reason, "strerror", None) or reason
    return Unreadable(
        Problem(path, 0, "unreadable-file", f"the file can't be opened ({what})",
                "a file that can be read", "check that it exists and that you may read it")
    )  # fmt: skip


def _refuse_what_no_author_types(line: str, path: str, number: int) -> None:
    if len(line) > LONGEST_LINE:
        raise Unreadable(
            Problem(path, number, "line-too-long", f"this line has {len(line):,} characters",
                    f"lines of at most {LONGEST_LINE:,} characters",
                    "check that it is the right file, and break the line into paragraphs")
        )  # fmt: skip
    if control := next((c for c in line if not c.isprintable() and _is_control(c)), None):
        raise Unreadable(
            Problem(path, number, "control-character",
                    f"this line holds the invisible character U+{ord(control):04X}",
                    "letters, signs and blanks only", "delete the character, or type the line again")
        )  # fmt: skip
    if line.startswith(("<<<<<<< ", ">>>>>>> ")):
        raise Unreadable(
            Problem(path, number, "unfinished-merge", "two versions of this file were put together, but not joined",
                    "one text", "decide for one version, or join both; delete the lines <<<<<<<, ======= and >>>>>>>")
        )  # fmt: skip


def _is_control(character: str) -> bool:
    """Control characters, hidden ends of lines, byte order marks inside a file, and what is no character at all."""
    if character in "\t\ufeff" or ord(character) & 0xFFFE == 0xFFFE:
        return character != "\t"
    return unicodedata.category(character) in {"Cc", "Zl", "Zp"}

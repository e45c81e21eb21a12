"""Reading one text file of an author, whatever state it is in."""

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
    file = root / path
    if not file.resolve().is_relative_to(root.resolve()):
        raise Unreadable(
            Problem(path, 0, "outside-the-course", "this is a link to a file outside the course",
                    "a file that lies in the course's own folders",
                    "copy the file here in place of the link")
        )  # fmt: skip
    try:
        raw = file.read_bytes() if file.stat().st_size <= LARGEST else None
    except OSError as error:
        raise Unreadable(
            Problem(path, 0, "unreadable-file", f"the file can't be opened ({error.strerror})",
                    "a file that can be read", "check that it exists and that you may read it")
        ) from error  # fmt: skip
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
        if len(line) > LONGEST_LINE:
            raise Unreadable(
                Problem(path, number, "line-too-long", f"this line has {len(line):,} characters",
                        f"lines of at most {LONGEST_LINE:,} characters",
                        "check that it is the right file, and break the line into paragraphs")
            )  # fmt: skip
        if control := next((c for c in line if ord(c) < 32 and c != "\t"), None):
            raise Unreadable(
                Problem(path, number, "control-character",
                        f"this line holds the invisible character U+{ord(control):04X}",
                        "letters, signs and blanks only", "delete the character, or type the line again")
            )  # fmt: skip
    return text

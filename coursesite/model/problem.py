"""A problem: something in an author's file that has to be mended, or is worth a look."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Problem:
    """One finding, sortable by place.

    `line` counts from 1; 0 means the file as a whole. `code` is stable: people search for it and
    tools filter on it. `says`, `expected` and `mend` are sentences for a person who does not program.
    """

    path: str
    line: int
    code: str
    says: str
    expected: str
    mend: str
    severity: Severity = "error"

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        mark = "" if self.severity == "error" else "warning: "
        return f"{where}: {self.code}: {mark}{self.says}\n  expected: {self.expected}\n  mend: {self.mend}"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: `1 word`, `2 words`."""
    return f"{number} {one if number == 1 else many}"


def tally(problems: Collection[Problem]) -> str:
    """The last line of a report: `1 error, 2 warnings`."""
    errors = sum(problem.severity == "error" for problem in problems)
    return f"{counted(errors, 'error', 'errors')}, {counted(len(problems) - errors, 'warning', 'warnings')}"

"""Read, check, and hand over a sound course, or all problems."""

from dataclasses import dataclass
from pathlib import Path

from .checking import problems as check
from .model.course import Course
from .model.problem import Problem
from .reading import read_course


@dataclass(frozen=True)
class Findings:
    """What came of reading and checking. `course` is None where it could not be read."""

    course: Course | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def look_at(root: Path, release: bool = False) -> Findings:
    """Read and check the course in `root`. With `release`, also refuse what is only planned."""
    course, problems = read_course(root)
    if course is not None:
        problems += check(course, release)
    return Findings(course, tuple(sorted(set(problems))))

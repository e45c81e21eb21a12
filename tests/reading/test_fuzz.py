"""Whatever authors do to their files, they get problems: never a crash, a hang, or a changed file.

On a machine that says it is one of continuous integration, Hypothesis always takes the same examples.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coursesite.flow import look_at
from coursesite.model.problem import Problem
from coursesite.reading.markdown_file import parse_markdown
from coursesite.reading.text_file import Unreadable
from coursesite.reading.yaml_file import parse_yaml

TINY = Path(__file__).parents[1] / "courses" / "tiny"
FILES = {path.relative_to(TINY).as_posix(): path.read_bytes() for path in TINY.rglob("*") if path.is_file()}

Course = dict[str, bytes]
"""Files by path."""

NASTY = (
    "\0", "\x07", "\x1b[31m", "\x7f", "\x85", "\u2028", "\ufeff", "\u200b", "\u202e", "\ufffe", "é", "🐝", "\t", "\r", "\n", "\n\n",
    "---\n", "...\n", "- ", ": ", ":", " #", "&a ", "*a", "!!int ", "? ", "| ", ">\n", "{", "}", "[", "]", ",", "'", '"', "%YAML 1.1\n",
    "<<: ", "~", "[" * 40, "{a: " * 40, "  " * 40, "x" * 25_000, "&a [*a]", "no", "2:30", "1e999", "inf", "9" * 5_000, "-1", "0", "1.5",
    "<b>", "</div>", "<!--", "-->", "<!-- hours -->", "<!-- list: x -->", "```", "~~~", "`", "# ", "## Two { #two }", "{ #", "minutes=5",
    "{ #a minutes=99999999999999999999 }", "[a](b.md)", "](", "[a](../../../../../../etc/passwd)", "[a](term:x)", "[a](#x)", "![](x.svg)",
    "![a](//x.y/z.png)", "[a](mailto:a@b)", "[a](%zz%00.md)", "<<<<<<< ours\n", "=======\n", "!!! note\n", "| a |\n|---|\n", "___", "$(x)",
    "{{ x }}", "{% x %}", "\\", "<!DOCTYPE x>", "<?xml version='1.0' encoding='x'?>", "&amp;&x;",
)  # fmt: skip

VALUES = (
    "", "~", "no", "true", "0", "-5", "1.5", "99999999999999999999", "1e300", ".inf", "inf", "nan", "ten", '""', '" "', '"\\n"', '"\\0"',
    '"\\t\\u2028\\ud83d"', "[]", "{}", "[[]]", "[~]", "[{}]", "[1, a, {b: c}]", "{a: b}", "- a", "&a b", "*a", "!x y", "home", "m1-bees", "en",
    "de", "bees", "observe-k1", "Observe", "a b", "é", "2024-13-99", "[m1-bees, m1-bees]", "{home: 1}", "life-of-a-colony#castes", "x" * 300,
)  # fmt: skip

NAMES = (
    "docs/more.md", "docs/index.fr.md", "docs/index.en.md", "docs/x.de.md", "docs/Big Name.md", "docs/a.b.c.d.md", "docs/.md", "docs/.yml",
    "docs/x.txt", "docs/x.png", "docs/übung.md", "docs/x.MD", "docs/deep/er/page.md", "docs/trainer/x.md", "modules/x.md", "modules/x.yml",
    "modules/programme.yml", "modules/competencies.yml", "modules/m1-bees/module.yml", "modules/m1-bees/index.md", "modules/m3-new/module.yml",
    "modules/m3-new/index.md", "modules/m1-bees/trainer/x.md", "modules/m1-bees/trainer/deep/x.md", "modules/module.de.yml", "modules/.de.yml",
    "modules/quizzes/module.yml", "modules/glossary.de.de.yml", "quizzes/m1-bees.yml", "quizzes/x.yml", "quizzes/m1-bees.de.yml", "quizzes/x.md",
    "modules/docs/index.md", "docs/modules.md", "modules/hive-rooms.svg", "modules/x/y/module.yml",
)  # fmt: skip


EVERYTHING = 1_000_000

LINE: Mapping[str, Callable[[bytes], list[bytes]]] = {
    "doubled": lambda line: [line, line],
    "dropped": lambda _: [],
    "indented": lambda line: [b"  " + line],
    "commented": lambda line: [b"# " + line],
}


@dataclass(frozen=True)
class Change:
    """Something done to one file: `what`, at a fraction of its length, in the place of some bytes."""

    what: str
    path: str
    at: float = 0.0
    put: bytes = b""
    eaten: int = 0
    other: str = ""
    """Another file."""

    def apply(self, course: Course) -> None:
        data = course.get(self.path, b"")
        lines = data.split(b"\n")
        byte, line = int(self.at * len(data)), min(int(self.at * len(lines)), len(lines) - 1)
        match self.what:
            case "splice":
                course[self.path] = data[:byte] + self.put + data[byte + self.eaten :]
            case "value":
                key, colon, _ = lines[line].partition(b":")
                course[self.path] = b"\n".join(
                    [*lines[:line], key + colon + b" " + self.put, *lines[line + 1 :]]
                )
            case "swap":
                course[self.path], course[self.other] = course.get(self.other, b""), data
            case "copy":
                course[self.other] = data
            case "remove":
                course.pop(self.path, None)
            case edit:
                course[self.path] = b"\n".join([*lines[:line], *LINE[edit](lines[line]), *lines[line + 1 :]])


paths = st.sampled_from(sorted(FILES))
places = st.floats(0, 1)
snippets = st.one_of(
    st.sampled_from(NASTY).map(str.encode),
    st.text(max_size=6).map(lambda text: text.encode("utf-8", "replace")),
    st.binary(max_size=4),
)
values = st.sampled_from(VALUES).map(str.encode)
changes = st.one_of(
    st.builds(Change, st.just("splice"), paths, places, snippets, st.integers(0, 30)),
    st.builds(Change, st.just("splice"), paths, places, eaten=st.sampled_from([1, 10, 100, EVERYTHING])),
    st.builds(Change, st.just("splice"), paths, st.just(0.0), st.binary(max_size=40), st.just(EVERYTHING)),
    st.builds(Change, st.just("value"), paths, places, values),
    st.builds(Change, st.sampled_from(sorted(LINE)), paths, places),
    st.builds(Change, st.just("swap"), paths, other=paths),
    st.builds(Change, st.just("copy"), paths, other=st.sampled_from(NAMES)),
    st.builds(Change, st.just("remove"), paths),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(changes, min_size=1, max_size=4), st.booleans())
def test_every_course_is_read_and_checked(made: list[Change], release: bool) -> None:
    course = changed(made)
    with TemporaryDirectory() as folder:
        root = write(course, Path(folder))
        found = look_at(root, release)
        assert found == look_at(root, release)
        assert [problem for problem in found.problems if not is_helpful(problem, course)] == []
        assert read(root) == course


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.one_of(values, snippets, st.sampled_from([b"a: ", b"\n", b"  ", b"\n  "])), max_size=12).map(
        b"".join
    )
)
@example("(:\x85(:".encode())
def test_every_text_is_yaml_or_a_problem(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    try:
        parse_yaml(text, "modules/x.yml")
        problems = []
    except Unreadable as unreadable:
        problems = [unreadable.problem]
    assert [
        problem for problem in problems if not is_helpful(problem, {"modules/x.yml": text.encode()})
    ] == []


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.one_of(snippets, st.sampled_from([b"a ", b"\n", b"\n\n", b"    "])), max_size=12).map(
        b"".join
    )
)
def test_every_text_is_a_page_or_a_problem(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    document, problems = parse_markdown(text, "docs/x.md", "en", "docs", None, "x")
    assert document or problems
    assert [problem for problem in problems if not is_helpful(problem, {"docs/x.md": text.encode()})] == []


COURSES: dict[str, list[Change]] = {
    "as it is": [],
    "nothing at all": [Change("remove", path) for path in FILES],
    "every file empty": [Change("splice", path, eaten=EVERYTHING) for path in FILES],
    "noise in every file": [Change("splice", path, 0.5, b"\xff\0\x1b[31m{[&a*a") for path in FILES],
    "names that can't be shown": [
        Change("copy", "docs/index.md", other=name)
        for name in ("docs/a\nb.md", "docs/\udcff.md", "docs/\x1b.md")
    ],
    "values that can't be shown": [Change("value", "modules/programme.yml", 0.03, b'"\\ud83d\\e[31m\\n"')],
    "values that not every terminal has letters for": [
        Change("value", "modules/programme.yml", 0.03, "ب🐝".encode())
    ],
}


@pytest.mark.parametrize(("name", "option"), [*zip(COURSES, cycle(["--json", "--quiet"]), strict=False)])
def test_the_command_line_says_so_too(name: str, option: str, tmp_path: Path) -> None:
    root = write(changed(COURSES[name]), tmp_path)
    command = [sys.executable, "-m", "coursesite", "check", option, "--root", str(root)]
    run = subprocess.run(
        command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "cp1252"}, check=False
    )
    assert run.returncode == (0 if name == "as it is" else 1)
    assert run.stderr == b""
    assert b"\x1b" not in run.stdout
    if option == "--json":
        assert bool(json.loads(run.stdout)) == (name != "as it is")


def changed(made: list[Change]) -> Course:
    """The tiny course after some changes."""
    course = dict(FILES)
    for change in made:
        change.apply(course)
    return course


def write(course: Course, root: Path) -> Path:
    for folder in ("docs", "modules", "quizzes"):
        (root / folder).mkdir()
    for path, data in course.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def read(root: Path) -> Course:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def is_helpful(problem: Problem, course: Course) -> bool:
    """Whether it leads to a place that exists or did exist, and says in one line each what is wrong and what to do."""
    known = {*course, *FILES}
    folders = {"/".join(path.split("/")[:depth]) for path in known for depth in (1, 2, 3)}
    lines = course.get(problem.path, b"").decode("utf-8", "replace").replace("\r", "\n").count("\n") + 1
    return (
        problem.path in known | folders
        and 0 <= problem.line <= lines
        and all(text.strip() and "\n" not in text for text in (problem.says, problem.expected, problem.mend))
        and problem.severity in {"error", "warning"}
        and re.fullmatch(r"[a-z0-9-]+", problem.code) is not None
    )

"""Each case is a small change to a sound course, and all that reading then finds wrong with the form of its files.

Beside what cases of checks can say (`change`, `write`, `remove`; see tests/checking), a case may write files in
another `encoding`, write `[text, times]` for a long file, do `without` all files of a certain name, and `link` a path
to another. `read` says how much of the course came of it: the `whole`, only `parts`, or `nothing`.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from coursesite.reading import Reading, read_course
from tests.checking.test_checks import changed_course

HERE = Path(__file__).parent

CASES = [
    pytest.param(case, id=f"{file.stem}: {case['case']}")
    for file in sorted(HERE.glob("*.yml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_reading_finds_exactly_what_is_wrong(case: dict[str, Any], tmp_path: Path) -> None:
    reading = read_course(prepared(case, tmp_path))
    found = reading.problems
    assert [shown(str(problem)) for problem in found] == case["problems"]
    if "text" in case:
        assert "\n".join(str(problem) for problem in found) == case["text"].rstrip()
    if "read" in case:
        assert amount(reading) == case["read"]


def prepared(case: dict[str, Any], folder: Path) -> Path:
    """The tiny course, changed, in a folder of its own. Links may lead to `folder/elsewhere`."""
    written = case.get("write", {})
    root = changed_course({**case, "write": {}}, folder / "course")
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "secret.txt").write_text("Not of the course.\n", encoding="utf-8")
    for file in list(root.rglob(case["without"])) if "without" in case else ():
        file.unlink()
    for path, words in written.items():
        text = words if isinstance(words, str) else words[0] * words[1]
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode(case.get("encoding", "utf-8")))
    for path, target in case.get("link", {}).items():
        (root / path).symlink_to(target)
    return root


def shown(problem: str) -> str:
    """`path:line: code`."""
    return ": ".join(problem.split(": ")[:2])


def amount(reading: Reading) -> str:
    return "nothing" if reading.course is None else "whole" if reading.whole else "parts"

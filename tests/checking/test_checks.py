"""Each case is a small change to a sound course, and all that the checks then find."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from coursesite.checking import problems
from coursesite.reading import read_course

HERE = Path(__file__).parent
TINY = HERE.parent / "courses" / "tiny"

CASES = [
    pytest.param(case, id=f"{file.stem}: {case['case']}")
    for file in sorted(HERE.glob("*.yml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_checks_find_exactly_what_is_wrong(case: dict[str, Any], tmp_path: Path) -> None:
    root = changed_course(case, tmp_path / "course")
    reading = read_course(root)
    assert reading.course is not None
    assert reading.problems == (), "a case is about meaning; faults of form belong to tests/reading"
    found = problems(reading.course, release=case.get("release", False))
    assert [str(problem).split(": ")[:2] for problem in found] == [
        line.split(": ") for line in case["problems"]
    ]
    if "text" in case:
        assert "\n".join(str(problem) for problem in found) == case["text"].rstrip()


def changed_course(case: dict[str, Any], root: Path) -> Path:
    """A copy of the tiny course with the case's changes. Each text to change stands in its file once."""
    shutil.copytree(TINY, root)
    for path, changes in case.get("change", {}).items():
        text = (root / path).read_text(encoding="utf-8")
        for old, new in changes.items():
            assert text.count(old) == 1, f"{path} has {text.count(old)} times: {old}"
            text = text.replace(old, new)
        (root / path).write_text(text, encoding="utf-8")
    for path, text in case.get("write", {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    for path in case.get("remove", ()):
        (root / path).unlink()
    return root

"""Browsers get scripts without comments; nothing else is taken away."""

import subprocess
from pathlib import Path

import playwright
import pytest

from coursesite.pages.scripts import without_comments

ASSETS = Path(__file__).parents[2] / "overrides" / "assets"
NODE = Path(playwright.__file__).parent / "driver" / "node"


def test_lines_of_comment_and_indentation_go() -> None:
    script = '// What it does.\n\n/** A function. */\nexport function f() {\n  return "//"; // stays\n}\n'
    assert without_comments(script) == 'export function f() {\nreturn "//"; // stays\n}\n'


def test_texts_and_comments_over_several_lines_stay_as_they_are() -> None:
    script = "const text = `a\n  // b\n`;\n  f();\n"
    assert without_comments(script) == "const text = `a\n  // b\n`;\nf();\n"
    assert without_comments("/* a\nb */\nf();\n") == "/* a\nb */\nf();\n"


@pytest.mark.parametrize("file", sorted(ASSETS.glob("**/*.js")), ids=lambda file: file.name)
def test_every_script_is_still_one(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / file.name
    copy.write_text(without_comments(file.read_text(encoding="utf-8")), encoding="utf-8")
    subprocess.run([str(NODE), "--check", str(copy)], check=True)

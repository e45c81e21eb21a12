"""A course to translate: the tiny one, in a folder of its own, and the command line."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from coursesite.__main__ import main
from coursesite.translating.desk import Sheet, sheet

TINY = Path(__file__).parents[1] / "courses" / "tiny"

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The tiny course, translated into German in part."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.fixture
def run(course: Path) -> Run:
    """Run a command on it; gives the exit code and what was said."""

    def command(*words: str) -> tuple[int, str]:
        at = 2 if words[0] == "translate" else 1
        result = CliRunner().invoke(
            main, [*words[:at], "--root", str(course), "--language", "de", *words[at:]]
        )
        assert result.exception is None or isinstance(result.exception, SystemExit), result.output
        return result.exit_code, result.output

    return command


@pytest.fixture
def open_sheet(course: Path) -> Callable[[str], Sheet]:
    """One file of the course as it is now."""
    return lambda path: sheet(course, path, "de")

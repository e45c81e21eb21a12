"""The tiny course's handbooks, made once a run."""

from pathlib import Path

import pytest

from tests.exports.making import make
from tests.site.building import copy_tiny
from tests.site.conftest import locked, shared

__all__ = ["shared"]


@pytest.fixture(scope="session")
def packages(shared: Path) -> Path:
    """The folder of all packages, in a copy of the tiny course whose pages list them. All workers of a run share it."""
    course = shared / "books" / "bees"
    with locked(shared / "books.lock"):
        if not (course / "packages").exists():
            copy_tiny(course)
            for page, directive in (("languages.md", "downloads"), ("trainer.md", "trainer-downloads")):
                file = course / "docs" / page
                text = file.read_text(encoding="utf-8")
                file.write_text(f"{text}\n<!-- {directive} -->\n", encoding="utf-8")
            done = make(course)
            assert done.returncode == 0, done.stderr
    return course / "packages"

"""The tiny course's handbooks, made once a run."""

from pathlib import Path

import pytest

from tests.exports.making import make
from tests.site.building import copy_tiny


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all packages, in a copy of the tiny course whose pages list them."""
    course = copy_tiny(tmp_path_factory.mktemp("packages") / "bees")
    for page, directive in (("languages.md", "downloads"), ("trainer.md", "trainer-downloads")):
        file = course / "docs" / page
        file.write_text(f"{file.read_text(encoding='utf-8')}\n<!-- {directive} -->\n", encoding="utf-8")
    done = make(course)
    assert done.returncode == 0, done.stderr
    return course / "packages"

"""What tests in the browser share: the site with its course, and pages by their kind."""

from pathlib import Path

import pytest

from tests.site.building import ROOT, Built
from tests.site.conftest import languages, shared, tiny

__all__ = ["languages", "shared", "tiny", "whole"]


@pytest.fixture(scope="session")
def whole(site: Path) -> Built:
    """The course of this repository, built."""
    return Built(site, "https://course.example/course/", ROOT)

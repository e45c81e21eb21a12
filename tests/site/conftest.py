"""Two built sites: the tiny course, and the whole one. Each is built once a run, whoever asks first."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.site.building import ROOT, Built, built, copy_tiny
from tests.site.languages import copy_with_languages


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a run have in common."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@contextmanager
def locked(file: Path) -> Iterator[None]:
    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def tiny(shared: Path) -> Built:
    """The tiny course, to stand two folders below its host's root."""
    course, folder = shared / "tiny", shared / "tiny-site"
    address = "https://bees.example/some/course/"
    with locked(shared / "tiny.lock"):
        if not folder.exists():
            unfinished = built(copy_tiny(course), folder.with_suffix(".new"), address)
            unfinished.rename(folder)
    return Built(folder, address, course)


@pytest.fixture(scope="session")
def national(shared: Path) -> Built:
    """The tiny course with all that a national team can declare: pages, activities, data of its own."""
    course, folder = shared / "national", shared / "national-site"
    address = "https://bees.example/"
    with locked(shared / "national.lock"):
        if not folder.exists():
            shutil.copytree(ROOT / "tests" / "courses" / "national", copy_tiny(course), dirs_exist_ok=True)
            built(course, folder.with_suffix(".new"), address).rename(folder)
    return Built(folder, address, course)


@pytest.fixture(scope="session")
def whole(site: Path) -> Built:
    """The course of this repository."""
    return Built(site, "https://course.example/course/", ROOT)


@pytest.fixture(scope="session", params=["tiny", pytest.param("whole", marks=pytest.mark.site)])
def a_site(request: pytest.FixtureRequest) -> Built:
    """Each of them in turn: what holds for a course holds for every course."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Built)
    return found


@pytest.fixture(scope="session")
def languages(shared: Path) -> Built:
    """The tiny course in Latvian, Serbian (both scripts) and Arabic as well."""
    course, folder = shared / "languages", shared / "languages-site"
    address = "https://bees.example/course/"
    with locked(shared / "languages.lock"):
        if not folder.exists():
            unfinished = built(copy_with_languages(course), folder.with_suffix(".new"), address)
            unfinished.rename(folder)
    return Built(folder, address, course)

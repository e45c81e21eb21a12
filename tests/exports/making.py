"""Makes handbooks as `coursesite packages` makes them."""

import subprocess
import sys
from pathlib import Path

from tests.site.building import environment

ADDRESS = "https://bees.example/some/course/"
DATE = "1763600000"


def make(course: Path, *options: str, **more: str) -> subprocess.CompletedProcess[str]:
    """`coursesite packages` in a course's folder."""
    command = [sys.executable, "-m", "coursesite", "packages", "--root", str(course), *options]
    known = environment(ADDRESS, SOURCE_DATE_EPOCH=DATE)
    return subprocess.run(command, env={**known, **more}, capture_output=True, text=True, check=False)

"""What packages there are: `packages/packages.json`, and whether its files still lie beside it."""

from pathlib import Path

from pydantic import ValidationError

from ..model.package import MANIFEST, Package, Packages
from ..model.problem import Problem

MEND = "make them anew: make packages; or delete the folder packages/, and the site does without"


def read_packages(root: Path) -> tuple[tuple[Package, ...], tuple[Problem, ...]]:
    """The packages of the course in `root`; none where nobody has made any."""
    path = root / MANIFEST
    if not path.exists():
        return (), ()
    try:
        packages = Packages.model_validate_json(path.read_bytes()).packages
    except (OSError, ValidationError):
        broken = Problem(
            MANIFEST, 0, "packages-broken", "this list of packages can't be read",
            "the list as `coursesite packages` writes it", MEND,
        )  # fmt: skip
        return (), (broken,)
    missing = tuple(
        Problem(
            MANIFEST, 0, "package-missing", f"the file `{package.path}` is not there, or not whole",
            f"a file of {package.size} bytes in packages/", MEND,
        )
        for package in packages
        if not _is_whole(path.parent / package.path, package.size)
    )  # fmt: skip
    return packages, missing


def _is_whole(file: Path, size: int) -> bool:
    return file.is_file() and file.stat().st_size == size

"""A small course that builds: the files in `course/` beside this module."""

from pathlib import Path

SKELETON = Path(__file__).parent / "course"


def course_files() -> dict[str, str]:
    """Texts by path from the new course's root."""
    return {
        path.relative_to(SKELETON).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(SKELETON.rglob("*"))
        if path.is_file()
    }

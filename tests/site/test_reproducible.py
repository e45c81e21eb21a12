"""Same input, same bytes: whoever builds, wherever, whenever."""

from pathlib import Path

from tests.site.building import Built, built, copy_tiny

LATER = "1924905600"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def test_another_build_elsewhere_and_later_gives_the_same_bytes(tiny: Built, tmp_path: Path) -> None:
    course = copy_tiny(tmp_path / "another" / "place")
    different = {"PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": LATER, "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    again = contents(built(course, tmp_path / "site", tiny.address, **different))
    first = contents(tiny.folder)
    assert sorted(again) == sorted(first)
    assert [name for name, content in first.items() if again[name] != content] == []

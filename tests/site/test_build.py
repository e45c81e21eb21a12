"""`mkdocs build --strict` is the build: it passes without a warning, or it says everything that is wrong."""

from pathlib import Path

from tests.site.building import Built, build, copy_tiny


def test_every_page_of_every_language_is_built_and_no_other(a_site: Built) -> None:
    built = {file.parent for file in a_site.folder.rglob("index.html")}
    assert built == {page.file.parent for page in a_site.pages}


def test_a_strict_build_has_no_warning(tmp_path: Path) -> None:
    done = build(copy_tiny(tmp_path / "course"), tmp_path / "site", "https://bees.example/")
    assert done.returncode == 0, done.stdout
    assert "WARNING" not in done.stdout


def test_mistakes_stop_the_build_and_all_are_shown_with_their_lines(tmp_path: Path) -> None:
    course = copy_tiny(tmp_path / "course")
    change(course / "modules/m2-hive/module.yml", "minutes: 30", "minutes: 29")
    change(course / "modules/m1-bees/index.md", "life-of-a-colony.md", "death-of-a-colony.md")
    done = build(course, tmp_path / "site", "https://bees.example/")
    assert done.returncode != 0
    assert "modules/m1-bees/index.md:9: link-broken: " in done.stdout
    assert ": module-hours: " in done.stdout
    assert "Traceback" not in done.stdout
    assert not (tmp_path / "site" / "index.html").exists()


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")

"""`new course` and `new module` make what is sound and builds, or nothing."""

import shutil
from collections.abc import Callable, Iterator
from difflib import ndiff
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coursesite.__main__ import ENGINE, main
from coursesite.flow import look_at
from tests.site.building import build

TINY = Path(__file__).parent / "courses" / "tiny"


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A new course."""
    course = tmp_path / "a" / "new one"
    assert new("course", str(course)).exit_code == 0
    return course


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path / "tiny")
    return tmp_path / "tiny"


def test_a_new_course_is_sound(fresh: Path) -> None:
    findings = look_at(fresh, release=True)
    assert findings.problems == ()
    assert findings.course is not None
    assert sorted(path.name for path in fresh.iterdir()) == sorted([*ENGINE, "docs", "modules"])
    assert list(fresh.rglob("__pycache__")) == []


def test_a_new_course_may_lie_in_an_empty_folder(tmp_path: Path) -> None:
    assert new("course", str(tmp_path)).exit_code == 0
    assert look_at(tmp_path).problems == ()


@pytest.mark.site
def test_a_new_course_with_new_modules_builds(fresh: Path, tmp_path: Path) -> None:
    for name in ("m02-seeing", "m03-doing"):
        assert new("module", name, "--root", str(fresh)).exit_code == 0
    built = build(fresh, tmp_path / "site", "https://course.example/")
    assert built.returncode == 0, built.stdout
    pages = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.html")}
    assert {"index.html", "404.html", "modules/m01-begin/index.html"} <= pages
    assert "modules/m03-doing/m03-doing-practice/index.html" in pages


@pytest.mark.parametrize("taken", ["docs/mine.md", ".git/config"])
def test_a_new_course_replaces_nothing(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).parent.mkdir()
    (tmp_path / taken).write_text("mine")
    refused = new("course", str(tmp_path))
    assert refused.exit_code == 1
    assert refused.stderr == f"{tmp_path} exists already and is not empty. Choose another folder.\n"
    assert contents(tmp_path) == {taken: "mine"}


def test_a_new_course_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "course").write_text("mine")
    assert new("course", str(tmp_path / "course")).exit_code == 1
    assert contents(tmp_path) == {"course": "mine"}


def test_modules_can_be_added_one_after_the_other(tiny: Path) -> None:
    before = look_at(tiny).course
    for count, name in enumerate(("m3-honey", "m4-wax"), start=1):
        added = new("module", name, "--root", str(tiny))
        assert added.exit_code == 0, added.output
        findings = look_at(tiny)
        assert findings.problems == ()
        assert before is not None
        assert findings.course is not None
        assert findings.course.modules[-1].id == name
        assert findings.course.minutes() == before.minutes() + 60 * count


def test_only_lines_that_the_new_module_needs_are_changed(tiny: Path) -> None:
    before = contents(tiny)
    new("module", "m3-honey", "--root", str(tiny))
    after = contents(tiny)
    assert {path for path in after if path not in before} == {
        f"modules/m3-honey/{name}" for name in ("module.yml", "index.md", "m3-honey-practice.md")
    }
    assert {path for path in before if after[path] != before[path]} == {"modules/programme.yml"}
    old, changed = (text["modules/programme.yml"].split("\n") for text in (before, after))
    assert list(difference(old, changed)) == [
        "- hours: 3", "+ hours: 4",
        "-     hours: 0.5", "+     hours: 1.5",
        "+   - id: m3-honey", "+     hours: {home: 1}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["M02", "2nd", "two words", "a--b", "a-", "../m", "m/n", "", "modül", "m.de"]
)
def test_a_name_that_can_not_be_an_id_is_refused(tiny: Path, name: str) -> None:
    assert_refused(tiny, name, f"`{name}` can't be an id")


def test_a_module_that_exists_is_refused(tiny: Path) -> None:
    assert_refused(tiny, "m2-hive", "The module `m2-hive` exists already, in modules/m2-hive/.")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("hours: 3\n", "hours: 4\n"),
        lambda text: text.replace("id: bees", "id: [bees"),
        lambda _: "",
    ],
)
def test_a_course_with_problems_is_left_alone(tiny: Path, spoil: Callable[[str], str]) -> None:
    programme = tiny / "modules" / "programme.yml"
    programme.write_text(spoil(programme.read_text(encoding="utf-8")), encoding="utf-8")
    assert_refused(tiny, "m3-honey", "The course has problems. Mend them first: python -m coursesite check")


def test_a_folder_without_a_course_is_left_alone(tmp_path: Path) -> None:
    assert_refused(tmp_path, "m3-honey", "The course has problems.")


def test_a_module_that_would_not_fit_is_refused(tiny: Path) -> None:
    """Its first activity would have an id that another one has."""
    module = tiny / "modules" / "m1-bees"
    (module / "fear-of-stings.md").rename(module / "m3-honey-practice.md")
    file = module / "module.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("id: fear-of-stings", "id: m3-honey-practice"))
    assert look_at(tiny).errors == ()
    assert_refused(tiny, "m3-honey", "The module would not fit into the course, so nothing was made:")


def test_a_programme_that_lists_modules_in_brackets_is_refused(tiny: Path) -> None:
    programme = tiny / "modules" / "programme.yml"
    text = programme.read_text(encoding="utf-8")
    begin, end = text.index("  - id: m1-bees"), text.index("menu:")
    programme.write_text(f"{text[:begin]}  [{{id: m1-bees, hours: {{apiary: 0.5, evenings: 0.5, home: 0.25}}}},\n"
                         f"   {{id: m2-hive, hours: {{apiary: 0.5, evenings: 1, home: 0.25}}}}]\n{text[end:]}")  # fmt: skip
    assert look_at(tiny).problems == ()
    assert_refused(
        tiny, "m3-honey", "modules/programme.yml: write each entry of `modules` on lines of its own"
    )


def test_a_programme_without_time_of_ones_own_is_refused(tiny: Path) -> None:
    programme = tiny / "modules" / "programme.yml"
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.replace("delivery: own-time", "delivery: meetings"), encoding="utf-8")
    assert look_at(tiny).problems == ()
    assert_refused(tiny, "m3-honey", "The programme has no setting with the delivery `own-time`")


def new(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["new", *arguments], catch_exceptions=False)


def assert_refused(course: Path, name: str, reason: str) -> None:
    before = contents(course)
    refused = new("module", "--root", str(course), "--", name)
    assert refused.exit_code == 1
    assert refused.stderr.startswith(reason)
    assert refused.stdout == ""
    assert contents(course) == before


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def difference(old: list[str], changed: list[str]) -> Iterator[str]:
    return (line for line in ndiff(old, changed) if line[0] in "+-")

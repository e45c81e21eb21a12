"""The door that authors use: what `check` and `schema` print, and how they end. (`new` is in test_scaffolding.py.)"""

import json
import shutil
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from coursesite.__main__ import main
from coursesite.flow import look_at
from coursesite.reading.schemas import SCHEMAS, schema_text
from coursesite.reading.text_file import read_text
from coursesite.reading.yaml_file import parse_yaml

ROOT = Path(__file__).parents[1]
TINY = ROOT / "tests" / "courses" / "tiny"
COMMITTED = ROOT / "coursesite" / "reading" / "schemas"
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]

TABLES = """\
  hours    apiary    evenings    home    sum
-------  --------  ----------  ------  -----
m1-bees      0:30        0:30    0:15   1:15
m2-hive      0:30        1:00    0:15   1:45
   bees      1:00        1:30    0:30   3:00

outcome     m1    m2    hours
----------  ----  ----  -------
observe-k1  T     PA    0:45
observe-s1  P     T     0:55
calm-s1           TPA   0:30
calm-r1     P     TP    1:25
T taught, P practised, A assessed

"""


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path / "tiny")
    return tmp_path / "tiny"


def test_check_prints_hours_and_coverage() -> None:
    done = run("check", "--root", str(TINY))
    assert (done.exit_code, done.stdout) == (0, TABLES + "0 errors, 0 warnings\n")


def test_check_can_be_quiet() -> None:
    done = run("check", "--root", str(TINY), "--quiet")
    assert (done.exit_code, done.stdout) == (0, "0 errors, 0 warnings\n")


def test_check_looks_where_it_stands(tiny: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "coursesite", "check", "--quiet"], cwd=tiny, capture_output=True, text=True, check=True
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("0 errors, 0 warnings\n", "")


def test_a_warning_is_no_failure(tiny: Path) -> None:
    append(tiny / "modules" / "sources.yml", "  - {id: unread, title: A book that nobody names}\n")
    done = run("check", "--root", str(tiny), "--quiet")
    assert done.exit_code == 0
    assert "unused-source: warning: " in done.stdout
    assert done.stdout.endswith("\n0 errors, 1 warning\n")


def test_an_error_is_a_failure_with_both_figures_in_the_table(tiny: Path) -> None:
    change(tiny / "modules" / "m1-bees" / "module.yml", "minutes: 5\n", "minutes: 20\n")
    done = run("check", "--root", str(tiny))
    assert done.exit_code == 1
    assert "modules/m1-bees/module.yml:4: module-hours: " in done.stdout
    assert "m1-bees      0:30        0:30  0:30 (wanted 0:15)  1:30 (wanted 1:15)\n" in done.stdout


def test_a_course_of_which_parts_can_not_be_read_has_no_tables(tiny: Path) -> None:
    append(tiny / "modules" / "m1-bees" / "module.yml", "\t- x\n")
    done = run("check", "--root", str(tiny))
    assert done.exit_code == 1
    assert "yaml-" in done.stdout
    assert "hours" not in done.stdout


def test_a_folder_without_a_course_is_a_failure(tmp_path: Path) -> None:
    done = run("check", "--root", str(tmp_path))
    assert done.exit_code == 1
    assert "modules/programme.yml: missing-file: " in done.stdout


def test_a_release_refuses_a_planned_activity(tiny: Path) -> None:
    change(
        tiny / "modules" / "m1-bees" / "module.yml",
        "minutes: 30\n    outcomes: [calm-r1]",
        "minutes: 30\n    planned: true\n    outcomes: [calm-r1]",
    )
    (tiny / "modules" / "m1-bees" / "fear-of-stings.md").unlink()
    assert run("check", "--root", str(tiny)).exit_code == 0
    done = run("check", "--root", str(tiny), "--release", "--quiet")
    assert done.exit_code == 1
    assert "modules/m1-bees/module.yml:22: planned" in done.stdout


def test_problems_as_json_are_those_that_are_printed(tiny: Path) -> None:
    change(tiny / "modules" / "m1-bees" / "module.yml", "minutes: 5\n", "minutes: ten\n")
    (tiny / "docs" / "über.md").write_text("# Über { #ueber }\n", encoding="utf-8")
    done = run("check", "--root", str(tiny), "--json")
    problems = look_at(tiny).problems
    assert done.exit_code == 1
    assert json.loads(done.stdout) == [asdict(problem) for problem in problems]
    assert {"path", "line", "code", "says", "expected", "mend", "severity"} == set(json.loads(done.stdout)[0])
    assert "".join(f"{problem}\n\n" for problem in problems) in run("check", "--root", str(tiny)).stdout


def test_a_sound_course_is_an_empty_list_of_json() -> None:
    done = run("check", "--root", str(TINY), "--json")
    assert (done.exit_code, json.loads(done.stdout)) == (0, [])


def test_schemas_are_written_and_checked(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "schemas"
    assert run("schema", str(folder), "--check").exit_code == 1
    assert not folder.exists()
    assert run("schema", str(folder)).stdout == f"{len(SCHEMAS)} of {len(SCHEMAS)} schemas written\n"
    assert run("schema", str(folder)).stdout == f"0 of {len(SCHEMAS)} schemas written\n"
    checked = run("schema", str(folder), "--check")
    assert (checked.exit_code, checked.stdout) == (0, "")
    append(folder / "module.json", "\n")
    stale = run("schema", str(folder), "--check")
    assert stale.exit_code == 1
    assert (
        stale.stdout == f"{folder}/module.json is out of date: run `python -m coursesite schema {folder}`\n"
    )


def test_committed_schemas_are_those_that_are_printed() -> None:
    assert {path.name: path.read_text(encoding="utf-8") for path in COMMITTED.iterdir()} == {
        f"{name}.json": schema_text(name) for name in SCHEMAS
    }


def test_editors_know_the_schema_of_every_file() -> None:
    assert {ROOT / schema for schema in SETTINGS} == set(COMMITTED.iterdir())
    mapped = [path for schema in SETTINGS for path in files_of(schema)]
    assert [schema for schema in SETTINGS if not files_of(schema)] == [
        f"coursesite/reading/schemas/{name}.json" for name in ("national", "national-module")
    ]  # no national team has written one yet
    sources = [
        path
        for folder in ("modules", "quizzes")
        for path in (ROOT / folder).rglob("*.yml")
        if path.name.count(".") == 1
    ]
    assert sorted(mapped) == sorted(sources)


@pytest.mark.parametrize("schema", SETTINGS)
def test_the_courses_files_are_what_their_schemas_say(schema: str) -> None:
    validator = jsonschema.Draft202012Validator(json.loads((ROOT / schema).read_text(encoding="utf-8")))
    validator.check_schema(validator.schema)
    for path in files_of(schema):
        data = parse_yaml(read_text(ROOT, name := path.relative_to(ROOT).as_posix()), name)
        assert [f"{name}: {fault.json_path}: {fault.message}" for fault in validator.iter_errors(data)] == []


@pytest.mark.parametrize(
    ("schema", "old", "new"),
    [
        ("module", "minutes: 5\n", "minutes: ten\n"),
        ("module", "kind: reading\n", "kind: lesen\n"),
        ("module", "    kind: reading\n", ""),
        ("module", "title: Bees\n", "titel: Bees\n"),
        ("module", "competencies: [observe, calm]", "competencies: []"),
    ],
)
def test_schemas_refuse_what_reading_refuses(tiny: Path, schema: str, old: str, new: str) -> None:
    file = tiny / "modules" / "m1-bees" / "module.yml"
    validator = jsonschema.Draft202012Validator(json.loads(schema_text(schema)))
    assert validator.is_valid(parse_yaml(file.read_text(encoding="utf-8"), "x.yml"))
    change(file, old, new)
    assert not validator.is_valid(parse_yaml(file.read_text(encoding="utf-8"), "x.yml"))
    assert run("check", "--root", str(tiny)).exit_code == 1


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def files_of(schema: str) -> list[Path]:
    """The files that an editor gives a schema to; patterns with `!` take some away."""
    patterns = SETTINGS[schema] if isinstance(SETTINGS[schema], list) else [SETTINGS[schema]]
    files: set[Path] = set()
    for pattern in patterns:
        found = set(ROOT.glob(pattern.removeprefix("!")))
        files = files - found if pattern.startswith("!") else files | found
    return sorted(files)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")

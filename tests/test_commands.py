"""What README says one types is there, and installs exactly what was chosen."""

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-test.lock")


def normal(name: str) -> str:
    """How package indexes write a name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(lock: str) -> dict[str, str]:
    """Name → version."""
    lines = (ROOT / lock).read_text().splitlines()
    return dict(line.split(" ")[0].split("==") for line in lines if re.match(r"\w", line))


def asked(*extras: str) -> set[str]:
    """The names that pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lines = project["dependencies"] + [
        line for extra in extras for line in project["optional-dependencies"][extra]
    ]
    return {normal(re.split(r"[^\w.-]", line)[0]) for line in lines}


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))


def named_targets(document: str) -> set[str]:
    """The targets of the `make …` that a document puts in code."""
    text = (ROOT / document).read_text()
    code = re.findall(r"^```.*?^```|`[^`\n]+`", text, re.MULTILINE | re.DOTALL)
    return {target for piece in code for target in re.findall(r"\bmake ([a-z]+)\b", piece)}


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_that_a_document_names_exists(document: str) -> None:
    assert named_targets(document) <= targets()


def test_readme_names_the_target_that_shows_the_site() -> None:
    assert "serve" in named_targets("README.md")


def test_help_lists_every_target() -> None:
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {line.split()[0] for line in shown.splitlines() if line[:1].isalpha()} >= targets()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pinned_requirement_has_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=\w)", (ROOT / lock).read_text().split("\n", 2)[2])
    assert entries
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_host_and_no_folder(lock: str) -> None:
    assert re.findall(r".*(?://|file:|--find-links|--index|--extra-index).*", (ROOT / lock).read_text()) == []


def test_locks_hold_everything_that_is_asked_for() -> None:
    assert asked() <= set(pinned("requirements.lock"))
    assert asked("test") <= set(pinned("requirements-test.lock"))


def test_the_site_is_tested_with_what_it_is_made_with() -> None:
    run, test = pinned("requirements.lock"), pinned("requirements-test.lock")
    assert {name: test.get(name) for name in run} == run


def workflows() -> list[Path]:
    return sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def steps(workflow: Path) -> list[dict[str, Any]]:
    return [step for job in yaml.safe_load(workflow.read_text())["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("workflow", workflows(), ids=lambda path: path.stem)
def test_workflows_use_pinned_actions_and_real_targets(workflow: Path) -> None:
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert [action for action in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action)] == []
    run = [target for step in steps(workflow) for target in re.findall(r"\bmake (\w+)", step.get("run", ""))]
    assert set(run) <= targets()
    assert run or "deploy" in workflow.stem


@pytest.mark.parametrize("workflow", workflows(), ids=lambda path: path.stem)
def test_workflows_may_only_read_unless_a_job_says_more(workflow: Path) -> None:
    assert yaml.safe_load(workflow.read_text())["permissions"] == {"contents": "read"}


def test_the_site_is_published_from_what_was_built() -> None:
    publish = ROOT / ".github" / "workflows" / "publish.yml"
    actions = [step.get("uses", step.get("run", "")).split("@")[0] for step in steps(publish)]
    assert actions[-5:] == [
        "actions/configure-pages",
        "make packages",
        "make build",
        "actions/upload-pages-artifact",
        "actions/deploy-pages",
    ]

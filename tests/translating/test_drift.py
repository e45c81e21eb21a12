"""A change is asked about what it does itself to translations, in real Git repositories, whole and shallow."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from coursesite.__main__ import main
from coursesite.translating.desk import sheet

ROOT = Path(__file__).parents[2]
INDEX = "modules/m1-bees/index.md"
GERMAN = "modules/m1-bees/index.de.md"
FRENCH = "modules/m1-bees/index.fr.md"
KEY = f"{INDEX}#why/1"
OLD, NEW = "warmth and time", "warmth and much time"

Ask = Callable[..., tuple[int, str]]


@pytest.fixture(autouse=True)
def _git_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ada")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ada@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("GIT_DIR", raising=False)


def git(folder: Path, *words: str) -> str:
    return subprocess.run(
        ["git", "-C", str(folder), *words], check=True, capture_output=True, text=True
    ).stdout


def commit(folder: Path, words: str = "A change") -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", words)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def asker(root: Path) -> Ask:
    def ask(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, ["translate", words[0], "--root", str(root), *words[1:]])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.output
        return result.exit_code, result.output

    return ask


@pytest.fixture
def repository(course: Path, tmp_path: Path) -> Path:
    """The course in a folder of a repository, in two languages, with ledgers; on a branch of its own."""
    change(
        course / "modules" / "programme.yml",
        "locale: de_DE}",
        "locale: de_DE}\n  - {code: fr, name: Français, locale: fr_FR}",
    )
    (course / FRENCH).write_text((course / GERMAN).read_text(encoding="utf-8"), encoding="utf-8")
    ask = asker(course)
    assert ask("sync", "--language", "de", "--origin", "machine")[0] == 0
    assert ask("sync", "--language", "fr", "--origin", "person", INDEX)[0] == 0
    assert ask("stamp", "--language", "fr", "--by", "Bea", KEY)[0] == 0
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    commit(tmp_path, "The course")
    git(tmp_path, "switch", "--quiet", "--create", "mine")
    return course


def test_a_change_elsewhere_passes_and_old_faults_are_not_its_own(repository: Path) -> None:
    ask = asker(repository)
    assert ask("check")[0] == 1  # the course has a fault already
    change(repository / "docs" / "index.md", "# ", "# Dear ")
    code, said = ask("check", "--since", "main", "--language", "fr")
    assert (code, "0 translations left behind, 0 postponed; new: 0 errors, 0 warnings" in said) == (
        0,
        True,
    )
    above = (repository / GERMAN).read_text(encoding="utf-8")
    life = repository / "modules/m1-bees/life-of-a-colony.de.md"
    life.write_text("---\nmaterials: [Papier]\n---\n\n" + life.read_text(encoding="utf-8"), encoding="utf-8")
    assert "new: 0 errors" in ask("check", "--since", "main")[1]
    assert (repository / GERMAN).read_text(encoding="utf-8") == above


def test_what_a_change_leaves_behind_is_named_with_what_to_do(repository: Path) -> None:
    ask = asker(repository)
    change(repository / INDEX, OLD, NEW)
    commit(repository)
    code, said = ask("check", "--since", "main")
    assert code == 1
    assert f"{INDEX}:5: why/1: this change altered words that are translated into de, fr\n" in said
    assert "  source: Each time a hive is opened, the bees lose warmth and {+much+} time." in said
    assert f"  {GERMAN}:5: Jedes Öffnen kostet" in said
    assert f"translate sync --language de --origin person {KEY}\n" in said
    assert f'translate stamp --editorial --by "YOUR NAME" {KEY}\n' in said
    assert f'translate postpone --by "YOUR NAME" {KEY}\n' in said
    assert "2 translations left behind, 0 postponed; new: 0 errors, 0 warnings" in said
    assert ask("check", "--since", "HEAD")[0] == 0  # it was so at HEAD already


def test_each_way_out_is_one(repository: Path) -> None:
    ask = asker(repository)
    change(repository / INDEX, OLD, NEW)
    change(repository / GERMAN, "Wärme und Zeit", "Wärme und viel Zeit")
    code, said = ask("check", "--since", "main")
    assert (code, f"{GERMAN}: why/1 was translated anew. Record it" in said) == (1, True)
    assert "altered words that are translated into fr\n" in said
    assert ask("sync", "--language", "de", "--origin", "person", KEY)[0] == 0
    assert ask("postpone", "--by", "Ada", KEY) == (
        0, "1 translations postponed by Ada: the translators find them in `translate status`\n",
    )  # fmt: skip
    code, said = ask("check", "--since", "main")
    assert (code, "0 translations left behind, 1 postponed" in said) == (0, True)
    assert f": {KEY}\n" in ask("status", "--language", "fr")[1].partition("postponed by Ada, 20")[2]
    assert "why/1  outdated, postponed by Ada" in ask("status", "--language", "fr", "--segments", INDEX)[1]
    assert "reviewed by Bea; postponed by Ada" in ask("diff", "--language", "fr")[1]
    change(repository / FRENCH, "Wärme und Zeit", "beaucoup de temps")
    assert ask("sync", "--language", "fr", "--origin", "person", KEY)[0] == 0
    assert "postponed" not in ask("status", "--language", "fr")[1]


def test_an_editorial_change_keeps_reviews(repository: Path) -> None:
    ask = asker(repository)
    change(repository / INDEX, OLD, "warmth, and time")
    assert ask("stamp", "--editorial", "--by", "Ada", f"{INDEX}#why") == (
        0, "2 translations stand as before, as Ada said\n",
    )  # fmt: skip
    statuses = {
        code: next(pair for pair in sheet(repository, INDEX, code).pairs if pair.key == "why/1")
        for code in ("de", "fr")
    }
    assert {code: pair.status for code, pair in statuses.items()} == {"de": "machine draft", "fr": "reviewed"}
    assert all(
        pair.entry and pair.entry.editorial and pair.entry.editorial.startswith("Ada, 20")
        for pair in statuses.values()
    )
    assert ask("check", "--since", "main")[0] == 0


def test_more_than_wording_is_not_editorial_and_nothing_is_declared_unnamed(repository: Path) -> None:
    ask = asker(repository)
    change(repository / INDEX, "(term:colony)", "(term:brood)")
    before = {file: file.read_bytes() for file in repository.rglob("*.json")}
    code, said = ask("stamp", "--editorial", "--by", "Ada", f"{INDEX}#_/1")
    assert (code, "_/1: more than the wording changed: the link `term:brood` is missing" in said) == (1, True)
    for words in ((INDEX,), (KEY,), ("modules/none.md#why/1",), (f"{INDEX}#",)):
        assert ask("postpone", "--by", "Ada", *words)[0] == 1
    assert ask("postpone", "--by", " ", f"{INDEX}#_/1")[0] == 1
    assert ask("stamp", "--by", "Ada", KEY)[0] == 2
    assert {file: file.read_bytes() for file in repository.rglob("*.json")} == before
    code, said = ask("check", "--since", "main")
    assert (code, "translation-differs" in said) == (1, False)  # it follows from the change that is reported


def test_new_faults_fail_and_words_that_went_are_named(repository: Path) -> None:
    ask = asker(repository)
    change(repository / GERMAN, "(term:colony)", "(term:brood)")
    code, said = ask("check", "--since", "main")
    assert (code, said.count("translation-differs"), "0 translations left behind" in said) == (1, 1, True)
    git(repository, "checkout", "--quiet", GERMAN)
    text = (repository / INDEX).read_text(encoding="utf-8")
    (repository / INDEX).write_text(
        "\n\n".join(p for p in text.split("\n\n") if OLD not in p), encoding="utf-8"
    )
    code, said = ask("check", "--since", "main")
    assert (code, "this change took away words that are translated into de, fr" in said) == (1, True)
    assert ask("postpone", "--by", "Ada", KEY)[0] == 0
    assert ask("check", "--since", "main")[0] == 0


def test_main_may_have_gone_on_meanwhile(repository: Path) -> None:
    git(repository, "switch", "--quiet", "main")
    change(repository / INDEX, OLD, NEW)
    commit(repository, "Somebody else's")
    git(repository, "switch", "--quiet", "mine")
    assert asker(repository)("check", "--since", "main")[0] == 0


def test_a_proposal_in_a_shallow_clone_is_looked_at_as_the_workflow_does(
    repository: Path, tmp_path: Path
) -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["translations"]["steps"]
    depth = next(step["with"]["fetch-depth"] for step in steps if "fetch-depth" in step.get("with", {}))
    command = next(step["run"] for step in steps if "translate check" in step.get("run", ""))
    words = command.partition(" -m coursesite translate ")[2].split()
    change(repository / INDEX, OLD, NEW)
    commit(repository)
    git(repository, "switch", "--quiet", "main")
    git(repository, "merge", "--quiet", "--no-ff", "--message", "As it would be merged", "mine")
    origin = git(repository, "rev-parse", "--show-toplevel").strip()
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth", str(depth), f"file://{origin}", str(clone))
    there = clone / repository.relative_to(origin)
    code, said = asker(there)(*words)
    assert (code, "2 translations left behind" in said) == (1, True)
    code, said = asker(there)("check", "--since", "HEAD~3")
    assert (code, "`HEAD~3` is not in this clone" in said, "git fetch --depth=1 origin" in said) == (
        2,
        True,
        True,
    )


@pytest.mark.parametrize("ref", ["nothing", "--help", "HEAD:docs", ""])
def test_what_is_no_commit_is_named(repository: Path, ref: str) -> None:
    code, said = asker(repository)("check", f"--since={ref}")
    assert (code, "nothing that Git knows here" in said) == (2, True)


def test_without_git_or_repository_it_says_so(
    course: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    code, said = asker(course)("check", "--since", "main")
    assert (code, "is not in a Git repository" in said) == (2, True)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    code, said = asker(course)("check", "--since", "main")
    assert (code, "Git is needed" in said) == (2, True)

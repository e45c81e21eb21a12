"""The course as it was at a point of its history, out of Git. Only that one state is needed, no history between."""

import shutil
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path, PurePosixPath

FOLDERS = frozenset({"modules", "docs", "quizzes", "translations", "overrides"})
"""Where words and ledgers lie."""


class NoHistory(Exception):
    """The earlier state can't be had; says why, and what to do."""


def commit_before(root: Path, ref: str) -> str:
    """The commit to compare with: where this branch left `ref`, or `ref` itself where Git does not know.

    Raises:
        NoHistory: there is no Git, no repository, or no such commit in this clone.
    """
    if shutil.which("git") is None:
        raise NoHistory("Git is needed to look at what a change did, and it is not installed here.")
    try:
        _git(root, "rev-parse", "--show-toplevel")
    except NoHistory as reason:
        raise NoHistory(f"{root} is not in a Git repository that can be read: {reason}") from reason
    commit = (
        None if ref.startswith("-") else _asked(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    )
    if commit is None:
        if _asked(root, "rev-parse", "--is-shallow-repository") == "true":
            raise NoHistory(
                f"`{ref}` is not in this clone, which holds the last commits only. One more is enough: "
                "`git fetch --depth=1 origin NAME-OF-THE-BRANCH`, then `--since FETCH_HEAD`. "
                "In GitHub Actions: `fetch-depth: 2` for actions/checkout, then `--since HEAD^1`."
            )
        raise NoHistory(
            f"`{ref}` is nothing that Git knows here. Name a branch, a tag or a commit, such as `origin/main`; "
            "`git branch --all` lists branches, `git fetch` gets those of the server."
        )
    return _asked(root, "merge-base", commit, "HEAD") or commit


def state_at(root: Path, commit: str, into: Path) -> None:
    """Write what a course is made of, as it was at a commit, into an empty folder.

    Raises:
        NoHistory: Git can't give it out.
    """
    with tarfile.open(fileobj=BytesIO(_git(root, "archive", "--format=tar", commit))) as archive:
        for member in archive:
            path = PurePosixPath(member.name)
            content = archive.extractfile(member) if member.isfile() else None
            if content is None or path.parts[0] not in FOLDERS or ".." in path.parts:
                continue
            (into / path).parent.mkdir(parents=True, exist_ok=True)
            (into / path).write_bytes(content.read())


def _asked(root: Path, *words: str) -> str | None:
    """What Git answers on one line; None where it has no answer."""
    try:
        return _git(root, *words).decode("utf-8", errors="replace").strip() or None
    except NoHistory:
        return None


def _git(root: Path, *words: str) -> bytes:
    program = shutil.which("git") or "git"
    done = subprocess.run([program, "-C", str(root), *words], capture_output=True, check=False)  # noqa: S603 - no shell
    if done.returncode:
        raise NoHistory(done.stderr.decode("utf-8", errors="replace").strip() or f"git {words[0]} failed")
    return done.stdout

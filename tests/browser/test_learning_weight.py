"""How much script a reader fetches, compressed: 10 KB on a page to read, 25 KB for the learner's side as a whole."""

import gzip
import re
import subprocess
from pathlib import Path

import playwright
from playwright.sync_api import Page

from tests.browser.learner import a_reading

READING_PAGE = 10 * 1000
LEARNING = 25 * 1000

NODE = Path(playwright.__file__).parent / "driver" / "node"


def weight(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def test_scripts_of_a_page_to_read(page: Page, site: Path, site_url: str) -> None:
    fetched: list[str] = []
    page.on("response", lambda response: fetched.append(response.url))
    page.goto(site_url + a_reading(site), wait_until="networkidle")
    scripts = {url.removeprefix(site_url) for url in fetched if url.endswith(".js")}
    assert "assets/learning/state.js" in scripts
    assert sum(weight(site / script) for script in scripts) <= READING_PAGE


def test_scripts_for_learners_in_all(site: Path) -> None:
    scripts = sorted((site / "assets" / "learning").glob("**/*.js"))
    assert sum(map(weight, scripts)) <= LEARNING


def test_scripts_are_fetched_without_comments_and_are_still_scripts(site: Path) -> None:
    for script in sorted((site / "assets").glob("**/*.js")):
        text = script.read_text(encoding="utf-8")
        assert not re.search(r"^\s*(//|/\*\*)", text, re.MULTILINE), script
        subprocess.run([str(NODE), "--check", str(script)], check=True)

"""Every link and anchor leads somewhere, in every language."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.site.building import Built

BIN = Path(sys.executable).parent


def run(program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [str(BIN / program), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


LYCHEE = ("lychee", "--offline", "--include-fragments", "--no-progress", "--index-files", "index.html")


def test_no_link_or_anchor_of_the_whole_site_is_broken(a_site: Built, tmp_path: Path) -> None:
    """lychee checks all of it in a second; the site stands in the folder that its address names."""
    place = tmp_path / urlsplit(a_site.address).path.strip("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(a_site.folder)
    here = ("--root-dir", tmp_path, "--remap", f"{a_site.address} file://{place}/")
    done = run(*LYCHEE, *here, f"{place}/**/*.html")
    assert done.returncode == 0, done.stdout
    checked = re.search(r"(\d+) Total", done.stdout)
    assert checked
    assert int(checked[1]) > 1000


@pytest.mark.parametrize("link", ["../toolkit/#no-such-id", "../no-such-page/", "/toolkit/"])
def test_a_broken_link_would_be_found(link: str, tiny: Built, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(tiny.folder, site)
    page = site / "glossary" / "index.html"
    text = page.read_text(encoding="utf-8").replace("</main>", f'<a href="{link}">link</a></main>')
    page.write_text(text, encoding="utf-8")
    done = run(*LYCHEE, "--root-dir", tmp_path, page)
    assert done.returncode != 0
    assert link.rpartition("/")[2] in done.stdout


def test_a_second_checker_finds_no_broken_link_around_a_home_page(whole: Built, site_url: str) -> None:
    """linkchecker asks a server, as browsers do; it is slow, so it goes one link deep, in one language."""
    start = site_url + whole.home(whole.course.languages[1])
    done = run("linkchecker", "--no-status", "--no-robots", "--recursion-level", "1", start)
    assert done.returncode == 0, done.stdout
    assert " 0 errors found" in done.stdout

"""`mkdocs serve` follows every folder, and survives a mistake."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.site.building import copy_tiny, environment

PATIENCE = 60


class Served:
    """A course that is being served, its address and what the server said."""

    def __init__(self, course: Path, log: Path, port: int) -> None:
        self.course, self.log, self.address = course, log, f"http://127.0.0.1:{port}/"

    def page(self, path: str) -> str:
        with urlopen(self.address + path, timeout=10) as answer:
            return str(answer.read().decode())

    def change(self, file: str, old: str, new: str) -> None:
        path = self.course / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def wait(self, until: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if until():
                    return
            except (URLError, ConnectionError, TimeoutError):
                pass
            time.sleep(0.2)
        pytest.fail(f"nothing came of it; the server said:\n{self.log.read_text(encoding='utf-8')}")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = Served(copy_tiny(folder / "course"), folder / "log", port)
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    with served.log.open("w") as log:
        server = subprocess.Popen(
            command, cwd=served.course, env=environment(served.address), stdout=log, stderr=subprocess.STDOUT
        )
        try:
            served.wait(lambda: "Welcome" in served.page(""))
            yield served
        finally:
            server.terminate()
            server.wait(20)


@pytest.mark.parametrize(
    ("file", "old", "new", "path"),
    [
        ("modules/m1-bees/flight-hole.md", "Nobody opens anything.", "Everything stays shut.", "modules/m1-bees/flight-hole/"),
        ("modules/m1-bees/module.yml", "At the flight hole", "Beside the flight hole", "de/modules/m1-bees/"),
        ("docs/index.md", "you meet your first bees", "you greet your first bees", ""),
        ("overrides/fragments/footer.html", '<p class="footer-title">', '<p class="footer-title" title="Changed">', "de/toolkit/"),
        ("overrides/assets/print.css", "@page", "/* Changed */\n@page", "assets/print.css"),
    ],
)  # fmt: skip
def test_a_change_is_shown(file: str, old: str, new: str, path: str, served: Served) -> None:
    assert new not in served.page(path)
    served.change(file, old, new)
    served.wait(lambda: new in served.page(path))


def test_a_mistake_is_explained_and_the_last_good_site_is_still_served(served: Served) -> None:
    before = without_script(served.page("modules/m2-hive/frame-puzzle/"))
    served.change("modules/m2-hive/frame-puzzle.md", "## Steps { #steps }", "## Steps")
    served.wait(
        lambda: (
            "modules/m2-hive/frame-puzzle.md:3: heading-without-id: "
            in served.log.read_text(encoding="utf-8")
        )
    )
    assert without_script(served.page("modules/m2-hive/frame-puzzle/")) == before
    assert "Welcome" in served.page("")

    served.change("modules/m2-hive/frame-puzzle.md", "## Steps", "## New steps { #new-steps }")
    served.wait(lambda: "New steps" in served.page("modules/m2-hive/frame-puzzle/"))
    assert "Traceback" not in served.log.read_text(encoding="utf-8")


def without_script(page: str) -> str:
    """A page without what the server adds to it, which counts requests."""
    return page.rpartition("<script>")[0]

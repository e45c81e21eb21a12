"""What tests of the real site share: it is built once a run, served as GitHub Pages would, and opened in a browser.

A test asks for `site` (a folder), `site_url` (its address), `browser` or `page`, and is marked accordingly:
`pytest -m "not site"` runs the quick ones only.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

ROOT = Path(__file__).parents[1]

BROWSERS = ("chromium", "chromium-browser", "google-chrome")

QUIET_BROWSER = (  # it asks nobody for anything
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--disable-features="
    + ",".join(  # takes the place of Playwright's own list, so most of that is said again
        (
            "WebUIOmniboxPopup",  # pages of the browser's own beside every page that a test opens:
            "WebUIOmniboxAimPopup",  # they took more than half of the time
            "WebUIOmniboxFullPopup",
            "AimEnabled",
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "DestroyProfileOnBrowserClose",
            "HttpsFirstBalancedModeAutoEnable",
            "HttpsUpgrades",
            "LensOverlay",
            "MediaRouter",
            "NetworkTimeServiceQuerying",
            "OptimizationHints",
            "PaintHolding",
            "PreconnectToSearch",
            "ThirdPartyStoragePartitioning",
        )
    ),
)

BELOW = "/course/"  # a project on GitHub Pages stands in a folder, never at the top


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        for mark, fixture in (("site", "site"), ("browser", "browser")):
            if fixture in fixtures:
                item.add_marker(mark)


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, freshly built; or the folder that SITE names, for quick tries: `SITE=site pytest …`."""
    if named := os.environ.get("SITE"):
        return Path(named).resolve()
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            build_site(folder)
    return folder


def build_site(folder: Path) -> None:
    unfinished = folder.with_suffix(".new")
    shutil.rmtree(unfinished, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", str(unfinished)]
    environment = {**os.environ, "SITE_URL": f"https://course.example{BELOW}", "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if built.returncode:
        pytest.fail(f"the site does not build:\n{built.stdout}{built.stderr}", pytrace=False)
    unfinished.rename(folder)


class Pages(SimpleHTTPRequestHandler):
    """Serves a folder below /course/, with its own 404 page, as GitHub Pages does."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        if not path.startswith(BELOW):
            return str(Path(self.directory) / "there is nothing outside")
        return super().translate_path(path.removeprefix(BELOW.rstrip("/")))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        lost = Path(self.directory) / "404.html"
        if code != 404 or not lost.exists():
            super().send_error(code, message, explain)
            return
        body = lost.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the parent's name for it)
        """Say nothing: tests speak when something is wrong."""


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BELOW}"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser that CHROMIUM names, or the first that the machine has."""
    for name in (os.environ.get("CHROMIUM", ""), *BROWSERS):
        if found := shutil.which(name):
            return found
    pytest.fail(
        "no browser found: install Debian's chromium, or name one by CHROMIUM=/path/to/it", pytrace=False
    )


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET_BROWSER)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page with nothing remembered; a faulty script fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert not faults, faults


@pytest.fixture(scope="session")
def one_window(browser: Browser) -> Iterator[Page]:
    with browser.new_context(reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.fixture
def window(one_window: Page) -> Iterator[Page]:
    """As `page`, for tests that only look at the site: the same window for all of them, since a new one takes long.

    Sizes, colours, medium and what pages keep are as new for each test. Whoever adds scripts, routes or listeners
    asks for `page`.
    """
    faults: list[str] = []

    def note(error: Error) -> None:
        faults.append(str(error))

    one_window.set_viewport_size({"width": 1280, "height": 900})
    one_window.emulate_media(media="null", color_scheme="light", reduced_motion="reduce")
    one_window.on("pageerror", note)
    yield one_window
    one_window.evaluate("localStorage.clear(); sessionStorage.clear()")
    one_window.goto("about:blank")
    one_window.remove_listener("pageerror", note)
    assert not faults, faults

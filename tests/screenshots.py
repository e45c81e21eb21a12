"""Pictures of the translator's guide, made from the real pages: `make pictures`, or `python -m tests.screenshots`.

A copy of the course gets a page in several standings (a machine's draft, a section that was reviewed and then left
behind by its source, a national section), is built in one language, and opened as on a phone. What the copy says
of a team and its country is made up for the picture, and lies in no file of the course.
"""

import io
import shutil
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from PIL import Image, ImageOps
from playwright.sync_api import Locator, Page, sync_playwright

from tests.conftest import BELOW, BROWSERS, QUIET_BROWSER, ROOT, Pages
from tests.site.building import built

LANGUAGE = "sv"
PAGE = "modules/m01-families/index"
ADDRESS = f"{LANGUAGE}/modules/m01-families/"
DESK = f"{LANGUAGE}/translators-desk/"
MODULE = ".desk-part:has(a[href$='m01-families.po'])"
FOLDER = ROOT / "docs" / "pictures"

WIDTH, DENSITY = 390, 2
"""Of a phone, in CSS pixels, and how many pixels of the picture each of these is wide."""

DAY = "2026-11-20"
"""On which the review was, whenever the pictures are made."""

COLOURS = 48
MARGIN = 12
FRAME = "#8a8a8a"


@dataclass(frozen=True)
class Picture:
    """What it shows, from the first of these elements down to the last."""

    name: str
    address: str
    first: str
    last: str
    opened: str = ""
    """A disclosure that is opened first."""


PICTURES = (
    Picture("notice", ADDRESS, ".notice-outdated", ".notice-outdated"),
    Picture("section-changed", ADDRESS, "#why", "#why ~ p:not(.section-changed)"),
    Picture("national-section", ADDRESS, "#se-our-services", "#se-our-services ~ p:not(.signed)"),
    Picture("edit-link", ADDRESS, ".footer", ".footer"),
    Picture("desk-module", DESK, f"{MODULE} > :first-child", f"{MODULE} > p:has(a[download])"),
    Picture(
        "desk-change",
        DESK,
        f".desk-file:has-text('{PAGE}.{LANGUAGE}.md') summary",
        f".desk-file:has-text('{PAGE}.{LANGUAGE}.md') li:has(del) .desk-words",
        opened=f".desk-file:has-text('{PAGE}.{LANGUAGE}.md')",
    ),
)


def copied(folder: Path) -> Path:
    """The course as it is here, without what was made from it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for path in filter(None, listed.stdout.split("\0")):
        if (ROOT / path).is_file():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, folder / path)
    return folder


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    if text.count(old) != 1:
        sys.exit(
            f"{file} has {text.count(old)} times: {old}. The pages changed; change tests/screenshots.py too."
        )
    file.write_text(text.replace(old, new), encoding="utf-8")


def command(course: Path, *words: str) -> None:
    subprocess.run([sys.executable, "-m", "coursesite", *words, "--root", str(course)], cwd=ROOT, check=True)


def prepare(course: Path) -> None:
    """A review, then a change of the source, and a section of a national team."""
    translation, language = course / f"{PAGE}.{LANGUAGE}.md", ("--language", LANGUAGE)
    command(
        course, "translate", "stamp", *language, "--by", "Eva Holm", f"{PAGE}.md#why", f"{PAGE}.md#neighbours"
    )
    ledger = course / "translations" / LANGUAGE / f"{PAGE}.md.json"
    ledger.write_text(
        ledger.read_text(encoding="utf-8").replace(str(datetime.now(UTC).date()), DAY), encoding="utf-8"
    )
    change(
        course / f"{PAGE}.md",
        "It means that you know more before you act",
        "It means that you know and ask more before you decide",
    )
    change(
        translation,
        "---\n\nPå måndag",
        f'national: {{by: Det svenska teamet, date: "{DAY}"}}\n---\n\nPå måndag',
    )
    with translation.open("a", encoding="utf-8") as file:
        file.write(
            "\n## Hos oss { #se-our-services .national }\n\nHär skriver det svenska teamet om lagar, tjänster och "
            "ord som bara gäller i Sverige. Engelskan har inget sådant avsnitt.\n"
        )


def taken(page: Page, picture: Picture, site: str) -> Image.Image:
    page.goto(site + picture.address)
    if picture.opened:
        page.locator(picture.opened).first.evaluate("one => { one.open = true }")
    page.evaluate("document.fonts.ready")
    first, last = (box_of(page.locator(name).first) for name in (picture.first, picture.last))
    clip = {
        "x": 0.0,
        "y": max(0.0, first["y"] - MARGIN),
        "width": float(WIDTH),
        "height": last["y"] + last["height"] - first["y"] + 2 * MARGIN,
    }
    shot = page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type] # a plain dict has its keys
    return Image.open(io.BytesIO(shot))


def box_of(element: Locator) -> dict[str, float]:
    box = element.bounding_box()
    if box is None:
        sys.exit(f"{element} is not on the page")
    return {"y": box["y"], "height": box["height"]}


def main() -> None:
    """Make all pictures."""
    browser = next(found for name in BROWSERS if (found := shutil.which(name)))
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        course = copied(Path(folder) / "course")
        prepare(course)
        edit = "https://git.example/course/repository/edit/main/"
        where = "https://course.example/course/"
        site = built(course, Path(folder) / "site", where, EDIT_URL=edit, PREVIEW_LANGUAGE=LANGUAGE)
        with (
            ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, directory=str(site))) as server,
            sync_playwright() as playwright,
        ):
            threading.Thread(target=server.serve_forever, daemon=True).start()
            opened = playwright.chromium.launch(executable_path=browser, args=QUIET_BROWSER)
            page = opened.new_page(
                viewport={"width": WIDTH, "height": 844}, device_scale_factor=DENSITY, reduced_motion="reduce"
            )
            for picture in PICTURES:
                image = taken(page, picture, f"http://127.0.0.1:{server.server_port}{BELOW}")
                framed = ImageOps.expand(image.convert("RGB"), DENSITY, FRAME)
                file = FOLDER / f"{picture.name}.png"
                framed.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
                print(
                    f"{file.relative_to(ROOT)}  {framed.width} × {framed.height}, {file.stat().st_size // 1000} KB"
                )
            opened.close()
            server.shutdown()


if __name__ == "__main__":
    main()

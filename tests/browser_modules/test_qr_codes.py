"""The codes that a trainer's page draws can be scanned, in every size and by a scanner that knows nothing of them."""

import json
import subprocess
from pathlib import Path

from PIL import Image

from tests.browser_modules.test_in_node import NODE
from tests.scanning import read

MODULE = Path(__file__).parents[2] / "overrides" / "assets" / "trainer" / "qr.js"

LENGTHS = (30, 130, 250, 700, 2900)

SCRIPT = """
import { qr } from "file://%s";
const texts = JSON.parse(process.argv[1]);
console.log(JSON.stringify(texts.map((text) => { const { version, dots } = qr(text); return { version, dots }; })));
"""

SCALE = 3
QUIET = 4


def picture(dots: list[list[int]]) -> Image.Image:
    size = len(dots) + 2 * QUIET
    drawn = Image.new("L", (size, size), 255)
    for y, row in enumerate(dots):
        for x, dot in enumerate(row):
            if dot:
                drawn.putpixel((x + QUIET, y + QUIET), 0)
    return drawn.resize((size * SCALE, size * SCALE), Image.Resampling.NEAREST)


def test_codes_of_all_sizes_say_what_was_put_in() -> None:
    texts = [("https://bees.example/#1." + "aZ09_-" * 500)[:length] for length in LENGTHS] + ["Črta – 日本"]
    command = [str(NODE), "--input-type=module", "-e", SCRIPT % MODULE, json.dumps(texts)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    codes = json.loads(run.stdout)
    assert [read(picture(code["dots"])) for code in codes] == texts
    versions = {code["version"] for code in codes}
    assert {min(versions), max(versions)} >= {2, 40}

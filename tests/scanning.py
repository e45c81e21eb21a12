"""QR codes as a phone sees them: drawn as pictures, read by a scanner that knows nothing of who drew them."""

import re

import zxingcpp
from lxml import html
from PIL import Image, ImageDraw

SCALE = 4
_RUN = re.compile(r"M(-?\d+) (-?\d+)h(\d+)v1h-\3z")


def scanned(svg: html.HtmlElement) -> str:
    """What a code says that is drawn as an SVG of dots."""
    x, y, width, height = (int(part) for part in str(svg.get("viewbox", svg.get("viewBox"))).split())
    picture = Image.new("L", (width * SCALE, height * SCALE), 255)
    pen = ImageDraw.Draw(picture)
    (path,) = svg.xpath(".//*[local-name()='path']")
    drawn = str(path.get("d"))
    assert _RUN.sub("", drawn) == "", "a path of dots side by side"
    for left, top, run in ((int(one) for one in match.groups()) for match in _RUN.finditer(drawn)):
        corner = ((left - x) * SCALE, (top - y) * SCALE)
        pen.rectangle([corner, (corner[0] + run * SCALE - 1, corner[1] + SCALE - 1)], fill=0)
    return read(picture)


def read(picture: Image.Image) -> str:
    """What the only QR code in a picture says."""
    kind = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(picture, formats=kind)
    assert len(found) == 1, f"{len(found)} codes in the picture"
    return str(found[0].text)

"""QR codes as data that a template can draw."""

from collections.abc import Iterator
from dataclasses import dataclass

import segno

QUIET = 4
"""Width of the white edge that readers want (ISO/IEC 18004), in dots."""


@dataclass(frozen=True)
class Run:
    """Dark dots side by side; `x` and `y` count from the code's corner."""

    x: int
    y: int
    width: int


@dataclass(frozen=True)
class QrView:
    """A code in dots: `size` is its width with the quiet edge, and `start` where the edge begins (less than 0)."""

    size: int
    start: int
    runs: tuple[Run, ...]


def qr_view(address: str) -> QrView:
    """The code of an address, at level M: a folded or stained sheet can still be scanned."""
    code = segno.make(address, error="m", micro=False, boost_error=False)
    return QrView(len(code.matrix) + 2 * QUIET, -QUIET, tuple(_runs(code.matrix)))


def _runs(rows: tuple[bytearray, ...]) -> Iterator[Run]:
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                yield Run(x, y, end - x)
            x = end + 1

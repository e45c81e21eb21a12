"""What changed between two versions of a text, word by word."""

import re
from difflib import SequenceMatcher

from ..model.translation import Piece


def word_pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The new text, with what went and what came in its place."""
    before, after = re.findall(r"\S+", old), re.findall(r"\S+", new)
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(" ".join(after[c:d]), "same"))
            continue
        if b > a:
            pieces.append(Piece(" ".join(before[a:b]), "gone"))
        if d > c:
            pieces.append(Piece(" ".join(after[c:d]), "new"))
    return tuple(pieces)

"""Every sentence of the course is written for it: no eight words in a row stand in the documents that it rests on.

The documents are not ours to publish, so only hashes of their runs of words lie here (`word_runs.txt`, 12 hex
digits a line, sorted). To make them anew from a folder of text files:

    python tests/content/test_originality.py ../shared/sources > tests/content/word_runs.txt
"""

import re
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

import pytest

from coursesite.reading import read_course

ROOT = Path(__file__).parent.parent.parent
KNOWN = frozenset((Path(__file__).parent / "word_runs.txt").read_text(encoding="ascii").split())

NAMES = (
    "Centre for Child Welfare Research and Innovation at the Norwegian University of Science and Technology",
    "Competency Framework for Learning to Innovate with Families Intellectual Output",
    "Learning to innovate with families Toolkit and guidelines for working with multi-challenged families in new ways",
    "Collaboration, integration and change in children's services: Critical issues and key ingredients",
    "Improving developmental outcomes for children through effective practice in integrating early years services",
    "Facilitators and barriers for co-ordinated multi-agency services",
    "Understanding integrated working Childhood Neglect Improving Outcomes for Children",
)
"""Names and titles of works, which carry over as they are."""

LENGTH = 8
"""Words. Shorter runs are shared by chance; eight in a row are copied."""

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


def words(text: str) -> list[str]:
    """The words of a text, in small letters, without numbers and signs."""
    return [word.casefold().replace("’", "'") for word in WORD.findall(text)]


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Each run of `LENGTH` words and its hash."""
    found = words(text)
    for start in range(len(found) - LENGTH + 1):
        run = " ".join(found[start : start + LENGTH])
        yield run, blake2b(run.encode(), digest_size=6).hexdigest()


TITLES = frozenset(run for name in NAMES for run, _ in runs(name))


def texts() -> Iterator[tuple[str, str]]:
    """Each page and data file in the source language, by path. Sources' own entries are titles and names."""
    course = read_course(ROOT).course
    assert course is not None
    for document in course.source_documents:
        yield document.path, document.body
    for file in sorted((*ROOT.glob("modules/**/*.yml"), *ROOT.glob("quizzes/*.yml"))):
        if file.name.count(".") == 1 and file.name != "sources.yml":
            yield file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")


@pytest.mark.parametrize(("path", "text"), [pytest.param(*one, id=one[0]) for one in texts()])
def test_no_sentence_is_copied(path: str, text: str) -> None:
    copied = [run for run, digest in runs(text) if digest in KNOWN and run not in TITLES]
    assert copied == [], f"{path} shares runs of words with the sources: write them anew"


def test_a_copied_sentence_would_be_found() -> None:
    sentence = (
        "The focus is upon low-level innovations that will improve help, good ideas that can be realized"
    )
    assert any(digest in KNOWN for _, digest in runs(sentence))
    assert words("Children’s Fonds, 7 e-mails") == ["children's", "fonds", "e", "mails"]


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    hashes = {digest for file in folder.glob("*.txt") for _, digest in runs(file.read_text(encoding="utf-8"))}
    print("\n".join(sorted(hashes)))

"""What counts as a sentence."""

import pytest

from coursesite.checking.prose import sentences_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One two. Three four!", [(1, "One two"), (1, "Three four")]),
        ("One\ntwo. Three\nfour", [(1, "One two"), (2, "Three four")]),
        ("A paragraph without a stop\n\nAnother", [(1, "A paragraph without a stop"), (3, "Another")]),
        ("Small letters, e.g. these, go on.", [(1, "Small letters e g these go on")]),
        ("“Is it?” He asked. (Yes.) Then", [(1, "Is it"), (1, "He asked"), (1, "Yes"), (1, "Then")]),
        ("**Bold.** *Next* one", [(1, "Bold"), (1, "Next one")]),
        ("- first\n- second goes\n  on\n1. third", [(1, "first"), (2, "second goes on"), (4, "third")]),
        ("See [the page](a-b.md#c-d). ![A picture](x.svg)", [(1, "See the page")]),
        ("# Heading { #id }\n\n| a | b |\n|---|---|\n\n<!-- hours -->\n\n---\n\nText", [(10, "Text")]),
        ('!!! case "A title"\n    The body counts.', [(2, "The body counts")]),
        ("```\ncode. Code.\n```\nText", [(4, "Text")]),
        ("~~~\ncode\n```\ncode\n~~~\n\nText", [(7, "Text")]),
        ("Well-known don't won’t. Årets ö", [(1, "Well-known don't won’t"), (1, "Årets ö")]),
        ("", []),
    ],
)
def test_sentences_with_the_lines_on_which_they_begin(text: str, sentences: list[tuple[int, str]]) -> None:
    assert [(one.line, " ".join(one.words)) for one in sentences_of(text, 1)] == sentences

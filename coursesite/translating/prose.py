"""What of a segment is prose: its words, without links' targets, code, placeholders and marks."""

import re

_SHOWN = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|\{\{.*?\}\}|\{\w+\}|%\(\w+\)[sd]", re.DOTALL)
"""Code, and placeholders: readers see something there."""

_HIDDEN = re.compile(
    r"\]\([^()]*\)|\]\[[^\[\]]*\]"  # where a link leads
    r"|\[\^[^\]]+\]"  # a footnote's mark
    r"|\{%.*?%\}|\{[^{}]*\}"  # attribute lists
    r"|</?[a-zA-Z!][^<>]*>|<!--.*?-->"
    r"|\b(?:https?://|www\.)[^\s()<>]+"
    r"|[\[\]*]|(?<!\w)_+|_+(?!\w)",
    re.DOTALL,
)

SOMETHING = "\ufffc"
"""Stands for what readers see and what is no word."""


def prose_of(text: str) -> str:
    """The text with blanks in the place of all that is no prose: every word stays where it was."""
    shown = _SHOWN.sub(lambda match: re.sub(r"\S", SOMETHING, match[0]), text)
    return _HIDDEN.sub(lambda match: re.sub(r"\S", " ", match[0]), shown)

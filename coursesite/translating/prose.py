"""What of a segment is prose: its words, without links' targets, code, placeholders and marks."""

import re

_NO_PROSE = re.compile(
    r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)"  # code
    r"|\]\([^()]*\)|\]\[[^\[\]]*\]"  # where a link leads
    r"|\[\^[^\]]+\]"  # a footnote's mark
    r"|\{\{.*?\}\}|\{%.*?%\}|\{[^{}]*\}"  # placeholders, attribute lists
    r"|</?[a-zA-Z!][^<>]*>|<!--.*?-->"
    r"|\b(?:https?://|www\.)[^\s()<>]+"
    r"|[\[\]*]|(?<!\w)_+|_+(?!\w)",
    re.DOTALL,
)


def prose_of(text: str) -> str:
    """The text with blanks in the place of all that is no prose: every word stays where it was."""
    return _NO_PROSE.sub(lambda match: re.sub(r"\S", " ", match[0]), text)

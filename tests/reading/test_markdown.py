"""What a page refers to, on which line; and that nothing becomes HTML that reading took for text."""

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from coursesite.model.document import Directive, Document, Heading, Link
from coursesite.pages.conversion import converter
from coursesite.reading.markdown_file import parse_markdown

TOLD = {"raw-html", "code-unclosed"}
"""Codes of problems that tell an author about HTML."""


def test_headings() -> None:
    page = read(
        "# Bees { #bees }\n"
        "##No blank {#no-blank}\n"
        "### Three #hash signs { .x #three minutes=15 } ###\n"
        "Underlined\n"
        "=====\n"
        "\n"
        "Also { not an id }\n"
        "-\n"
        "\n"
        '###### Six { #six minutes="5" }\n'
        "#### Colon {: #colon }\n"
        "A line\nand a line\n---\n"
        "    ## In a box { #box }\n"
    )
    assert page.headings == (
        Heading(1, "Bees", "bees", None, 1),
        Heading(2, "No blank", "no-blank", None, 2),
        Heading(3, "Three #hash signs", "three", 15, 3),
        Heading(1, "Underlined", None, None, 4),
        Heading(2, "Also { not an id }", None, None, 7),
        Heading(6, "Six", "six", 5, 10),
        Heading(4, "Colon", "colon", None, 11),
        Heading(2, "In a box", "box", None, 15),
    )  # fmt: skip


def test_links_may_run_over_the_end_of_a_line() -> None:
    page = read(
        "See [the\n"
        "hive](../hive.md#lid) and [a](b.md)\n"
        "and ![a\n"
        'picture](x.svg "Title"), also [one](\n'
        "c.md\n"
        ") more.\n"
    )
    assert page.links == (
        Link("../hive.md#lid", "the hive", 1),
        Link("b.md", "a", 2),
        Link("x.svg", "a picture", 3, image=True),
        Link("c.md", "one", 4),
    )  # fmt: skip


def test_links_in_all_their_forms() -> None:
    page = read(
        "[a [b] c](d.md) [empty]() [angle](<e.md>)\n"
        "[![pic](f.svg)](g.md)\n"
        "\n"
        "[term](term:bee), `[code](no.md)`, \\[not](h.md), [reference][r]\n"
        "\n"
        "[r]: i.md\n"
        "\n"
        "```\n[fenced](no.md)\n```\n"
        "[after](j.md)\n"
    )
    assert [(link.target, link.line) for link in page.links] == [
        ("d.md", 1), ("", 1), ("e.md", 1), ("g.md", 2), ("f.svg", 2), ("term:bee", 4), ("i.md", 6), ("j.md", 11),
    ]  # fmt: skip


def test_lines_stay_right_around_directives_and_headings_inside_a_paragraph() -> None:
    page = read(
        "[a](1.md)\n<!-- hours -->\n[b](3.md)\nTitle\n\nUnder\n---\n[c](8.md)\n## Two { #two }\n[d](10.md)\n"
    )
    assert [(link.target, link.line) for link in page.links] == [
        ("1.md", 1), ("3.md", 3), ("8.md", 8), ("10.md", 10)
    ]  # fmt: skip
    assert page.directives == (Directive("hours", "", 2),)
    assert [(heading.text, heading.line) for heading in page.headings] == [("Under", 6), ("Two", 9)]


def test_directives() -> None:
    page = read("<!-- hours -->\n<!--list: principles-->\n  <!-- list :x -->\n\n`<!-- no -->`\n")
    assert page.directives == (
        Directive("hours", "", 1),
        Directive("list", "principles", 2),
        Directive("list", "x", 3),
    )


def test_the_head_counts_as_lines_of_the_file() -> None:
    page = read("---\nsources: [a]\n---\n\n## Bees { #bees }\n\n[a](b.md)\n")
    assert (page.body_line, page.headings[0].line, page.links[0].line) == (4, 5, 7)
    assert page.head.sources == ("a",)
    assert page.head.place.lines == {"sources": 2}


def test_words() -> None:
    assert read("One, two – three. [Four five](six.md) ~~~\n").words == 5
    assert read("It's a well-known bee’s life.\n\n```\nnot these\n```\n").words == 5


@pytest.mark.parametrize(
    "line",
    [
        "[a](" + " " * 19_000 + "x",
        "[" * 20_000,
        "[a" * 10_000,
        "<a" * 10_000,
        "`" * 19_999 + "x",
        "`a" * 10_000,
        "# a" + " " * 19_000 + "b {",
        "![](" * 5_000,
        "{" * 10_000 + "}" * 10_000,
        "<!-- " + "-" * 19_000,
        "a " + "'" * 19_000,
        "# { minutes=" + "9" * 19_000 + " }",
    ],
    ids=lambda line: line[:8],
)
def test_no_line_takes_long(line: str) -> None:
    read("\n".join([line] * 5))


FRAGMENTS = st.sampled_from(
    ["<zz>", "</zz>", "<zz a='b'>", "<ZZ", "<zz\n>", "<!--zz 1-->", "<?zz?>", "<!zz>", "<![CDATA[zz]]>", "<zz/>",
     "`", "``", "```", "~~~", "````", "\\", "\n", "\n\n", "    ", "\t", " ", "- ", "> ", "| ", "|---|\n", "# ", "#", "---",
     "[a](b)", "[", "](", ")", "!", "*", "_", "&lt;", "&", ">", "<", '"', "'", "a", "b c", "{ #x }", "{", "}", '!!! note "A"\n',
     "```html\n", "``` {.x}\n", "1. ", ": ", "<https://a.b/zz>", "<zz@a.b>", "[a]: b\n", "\\`", "```\n```"]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(FRAGMENTS, max_size=14).map("".join))
def test_what_becomes_html_was_told_to_the_author(body: str) -> None:
    _, problems = parse_markdown("x\n\n" + body, "docs/x.md", "en", "docs", None, "x")
    if not {problem.code for problem in problems} & TOLD:
        html = site_markdown().reset().convert("x\n\n" + body)
        assert not re.search(r"<[/!?]?[-\[CDATA]*zz", html, re.IGNORECASE), html


@cache
def site_markdown() -> Markdown:
    """As the site is made with."""
    return converter()


def read(text: str) -> Document:
    document, _ = parse_markdown(text, "docs/x.md", "en", "docs", None, "x")
    assert document is not None
    return document

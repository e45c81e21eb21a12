"""Slices joined are the file; words in segments can change and nothing else does."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursesite.model.reference import Glossary
from coursesite.reading import read_course
from coursesite.translating.desk import Sheet, exact_text, sheet, sheets
from coursesite.translating.markdown_cut import cut_page
from coursesite.translating.segments import Cut, broken_tokens, cells_of, is_untranslated, words_of
from coursesite.translating.yaml_cut import composed, cut_neighbour, cut_source, with_value, written

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "courses" / "tiny"

PIECES = (
    "---\n", "sources: [a]\n", "materials: [Pens, 'Two: chairs']\n", "criteria:\n- {id: a, text: Clear}\n", "## Why { #why }\n",
    "### Step { #step minutes=5 }\n", "## Ours { #ours .national }\n",
    "## Why { #why .adapted }\n", '!!! national "Title"\n', "omits: {a: b}\n", "# A #\n", "##\n", "Words here.\n", "more words  \n", "\n", "    indented\n", "- item\n", "* item\n",
    "1. one\n", "  - inner\n", "+\n", "| a | b |\n", "|---|:-:|\n", "|a\\|b|c|\n", '!!! tip "Title"\n', "!!! note\n", '!!! x ""\n', '??? y "Q"\n',
    "```\n", "```yaml\n", "~~~~\n", "<!-- hours -->\n", "<!--\n", "-->\n", "***\n", "===\n", "{ .wide }\n", "[a]: b.md\n", "![p](a.svg)\n",
    "\r\n", "word\r\n", "\r", "\ufeff", "\t", "é🐝", "\u2028", "\x85", "\\", "`a", "[a](b.md)", "{{ x }}", "{ #", "}", "#", "---", "...", "&a *a\n",
    "a: b\n", "a: >-\n  b\n  c\n\n", "- {id: x, text: y}\n", "'", '"', "x" * 300, "\0",
)  # fmt: skip

nasty = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)

NEIGHBOUR = """\
title: Ein Titel   # bleibt
list: {a: {text: "Eins, zwei"}, b: {text: 'Drei'}}
answers: [ja, nein]
long: >-
  Ein langer
  Text

deep:
  inner: [x, y]
"""


def assert_sound(cut: Cut) -> None:
    assert "".join(cut.slices) == cut.text
    assert len({one.key for one in cut.segments}) == len(cut.segments)
    edges = [edge for one in cut.segments for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(one.text.strip() for one in cut.segments)
    assert all(cut.text.count("\n", 0, one.start) + 1 == one.line for one in cut.segments)


@given(nasty)
@settings(max_examples=100, deadline=None)
def test_slices_joined_are_the_page(text: str) -> None:
    assert_sound(cut_page(text))


@given(nasty)
@settings(max_examples=100, deadline=None)
def test_slices_joined_are_the_yaml(text: str) -> None:
    assert_sound(cut_source(text, Glossary))
    assert_sound(cut_neighbour(text, frozenset({"a"})))


@pytest.fixture(scope="module", params=[ROOT, TINY], ids=["course", "tiny"])
def all_sheets(request: pytest.FixtureRequest) -> tuple[Sheet, ...]:
    course = read_course(request.param).course
    assert course is not None
    return tuple(one for code in course.languages[1:] for one in sheets(request.param, course, code))


def test_slices_joined_are_every_file_of_the_course(all_sheets: tuple[Sheet, ...]) -> None:
    assert len(all_sheets) > 20
    for one in all_sheets:
        for cut in filter(None, (one.source, one.target)):
            assert_sound(cut)


def test_every_word_that_the_model_types_as_text_is_a_segment(all_sheets: tuple[Sheet, ...]) -> None:
    """A neighbour's words all have a segment in the source: the two ways to cut agree."""
    for one in all_sheets:
        if one.kind and one.target:
            assert {s.key for s in one.target.segments} <= {s.key for s in one.source.segments}, one.path


def test_what_stands_in_segments() -> None:
    page = (
        "---\nsources: [a]\nmaterials: [Pens]\nfields:\n  - {id: situation, label: The situation, lines: 6}\n---\n\n"
        "First\nline  \nlast.\n\n## Why { #why }\n\n- One\n  goes on\n1. Two\n\n"
        '!!! tip "Title"\n    Body\n    goes on.\n\n    - inner\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n<!-- hours -->\n```\ncode\n```\n'
        "### Step { #step minutes=5 }\nEnd\n"
    )
    assert [(one.key, one.sort, one.text) for one in cut_page(page).segments] == [
        ("head.materials.1", "words", "Pens"),
        ("head.fields.situation.label", "words", "The situation"),
        ("_/1", "paragraph", "First\nline  \nlast."),
        ("why/0", "heading", "Why"),
        ("why/1", "item", "One\ngoes on"),
        ("why/2", "item", "Two"),
        ("why/3", "title", "Title"),
        ("why/4", "paragraph", "Body\ngoes on."),
        ("why/5", "item", "inner"),
        ("why/6", "row", "| A | B |"),
        ("why/7", "row", "| 1 | 2 |"),
        ("step/0", "heading", "Step"),
        ("step/1", "paragraph", "End"),
    ]


def test_facts_are_in_no_segment() -> None:
    source = (ROOT / "quizzes" / "m01-families.yml").read_text(encoding="utf-8")
    quiz = sheet(ROOT, "quizzes/m01-families.yml", "sv")
    last = {one.key.rpartition(".")[2] for one in quiz.source.segments}
    assert {"text", "feedback"} <= last
    assert not last & {"id", "kind", "outcome", "passage", "tolerance", "leads_to", "quality"}
    assert quiz.source.text == source == exact_text(quiz.root / quiz.path)


@given(st.text(min_size=1).map(str.strip).filter(lambda text: text.isprintable() and text != ""))
@settings(max_examples=100, deadline=None)
def test_any_text_is_written_so_that_it_is_read_again(text: str) -> None:
    value = written(text)
    for file in (f"a: {value}\n", f"a: {{b: {value}, c: d}}\n"):
        [first, *_] = cut_neighbour(file, frozenset()).segments
        assert first.text == text


@pytest.mark.parametrize(
    "key", ["new", "list.c.text", "list.a.title", "deep.more", "deep.other.text", "fresh.a.text"]
)
def test_a_value_finds_its_place(key: str) -> None:
    text = with_value(NEIGHBOUR, key, '"Neu: ja"')
    assert text is not None
    before = {one.key: one.text for one in cut_neighbour(NEIGHBOUR, frozenset({"answers"})).segments}
    after = {one.key: one.text for one in cut_neighbour(text, frozenset({"answers"})).segments}
    assert after == before | {key: "Neu: ja"}
    assert "# bleibt" in text


@pytest.mark.parametrize("key", ["title", "title.x", "answers.1.x"])
def test_a_value_without_a_place_is_refused(key: str) -> None:
    assert with_value(NEIGHBOUR, key, "x") is None


def test_what_is_no_yaml_has_no_segments() -> None:
    assert composed("a: [") is None
    assert cut_page("---\na: [\n---\nText\n").shape == (("_/1", "paragraph"),)


@pytest.mark.parametrize(
    ("source", "target", "says"),
    [
        ("See [a](b.md).", "Sieh [a](c.md).", ["the link `b.md` is missing", "the link `c.md` does not stand in the source"]),
        ("[a](term:x)", "[anders](term:x)", []),
        ("{{ n }} bees", "Bienen", ["the placeholder `{{ n }}` is missing"]),
        ("They ___ it", "Sie tun es", ["the placeholder `___` is missing"]),
        ("A `b`", "A `c`", ["the code `b` is missing", "the code `c` does not stand in the source"]),
        ("Plain", "Klar { #x }", ["the attribute list `{ #x }` does not stand in the source"]),
        ("Plain", "<b>Klar</b>", ["the HTML `<b>` does not stand in the source", "the HTML `</b>` does not stand in the source"]),
    ],
)  # fmt: skip
def test_what_a_translation_breaks_is_named(source: str, target: str, says: list[str]) -> None:
    assert [one.replace("``", "`") for one in broken_tokens(source, target)] == says


def test_counting() -> None:
    assert words_of("See [the map](../m02/map.md#a-b) – don't") == 4
    assert cells_of("| a \\| b | c |") == 2
    assert is_untranslated("Four words stand here", "Four  words\nstand here")
    assert not is_untranslated("Quiz", "Quiz")

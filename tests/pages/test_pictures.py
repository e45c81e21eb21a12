"""A picture stands in its page as a drawing with a name, and its words are in the language of the page."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from coursesite.model.course import Course
from coursesite.model.document import Directive
from coursesite.pages.fragments import Fragments
from coursesite.pages.site import Site
from coursesite.pages.standpoint import Standpoint
from coursesite.pages.words import load_words
from coursesite.reading import read_course

ROOT = Path(__file__).parents[2]
OVERRIDES = ROOT / "overrides"
PAGE = "modules/m2-hive/inside-a-hive.md"
SLIDES = "modules/m1-bees/trainer/slides.md"


@pytest.fixture(scope="module")
def course() -> Course:
    found = read_course(ROOT / "tests" / "courses" / "tiny").course
    assert found is not None
    return found


def figure(course: Course, language: str) -> html.HtmlElement:
    words = load_words(
        next(one for one in course.programme.languages if one.code == language), OVERRIDES / "locales"
    )
    markup = Fragments((OVERRIDES,), words).render(
        Directive("picture", "hive-rooms", 1), Standpoint(course, words, "hive")
    )
    return html.fragment_fromstring(markup)


@pytest.mark.parametrize(
    ("language", "name", "words", "caption"),
    [
        ("en", "Honey lies above, and the brood below it, where it is warm.", ["Honey", "Brood", "nest"],
         "Two rooms of a hive"),
        ("de", "Oben liegt der Honig, darunter die Brut, wo es warm ist.", ["Honig", "Brut", "nest"],
         "Zwei Räume eines Stocks"),
    ],
)  # fmt: skip
def test_it_is_an_image_with_a_name_and_words_in_the_pages_language(
    course: Course, language: str, name: str, words: list[str], caption: str
) -> None:
    shown = figure(course, language)
    drawing = shown.find("svg")
    assert shown.get("lang") == drawing.get("lang") == language
    assert drawing.get("role") == "img"
    assert drawing.get("aria-label") == name
    assert [span.text for span in drawing.iter("tspan")] == words
    assert shown.findtext("figcaption") == caption


def test_lines_of_a_word_stand_around_its_middle(course: Course) -> None:
    one, first, second = (
        float(span.get("dy").removesuffix("em")) for span in figure(course, "en").iter("tspan")
    )
    assert one == 0.35
    assert first + second - one == one - first


def test_it_brings_no_ids_that_could_clash(course: Course) -> None:
    assert not figure(course, "en").xpath("descendant-or-self::*[@id or @data-word]")


def test_what_is_not_translated_is_marked_as_what_it_is(course: Course) -> None:
    (picture,) = course.pictures
    words = tuple(
        word.model_copy(update={"text": type(word.text)(word.text.source, {})})
        if word.id == "brood"
        else word
        for word in picture.words
    )
    partly = replace(course, pictures=(picture.model_copy(update={"words": words}),))
    assert [text.get("lang") for text in figure(partly, "de").iter("text")] == [None, "en"]


def test_it_stands_on_modules_pages_and_on_trainers_also_where_a_translation_is_missing(
    course: Course,
) -> None:
    site = Site(course, OVERRIDES, OVERRIDES)
    for path in (PAGE, SLIDES):
        page = next(one for one in site.pages if one.document and one.document.path == path)
        for language, word in (("en", "Honey"), ("de", "Honig")):
            body = site.body(page, language)
            assert "<!--" not in body.markdown
            assert [word in fragment for fragment in body.fragments] == [True]


def test_its_drawing_is_not_also_a_file_of_the_site(course: Course) -> None:
    assert "modules/hive-rooms.svg" not in course.assets
    assert "modules/m1-bees/colony.svg" in course.assets

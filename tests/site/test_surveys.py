"""Surveys as pages have them in each language, and the data that trainers' tools fetch."""

import json

from tests.site.building import Built, BuiltPage, language_at, words_of

FORM = "//form[@data-survey='first-evening']"


def a_page(tiny: Built, language: str) -> BuiltPage:
    return tiny.page("surveys", language)


def test_a_form_has_every_question_with_its_answers(tiny: Built) -> None:
    page = a_page(tiny, "en")
    survey = tiny.course.survey_by_id["first-evening"]
    asked = [str(one.get("data-question")) for one in page.all(f"{FORM}//*[@data-question]")]
    assert asked == [question.id for question in survey.questions]
    values = [one.get("value") for one in page.all(f"{FORM}//*[@data-question='calm-now']//input")]
    assert values == ["1", "2", "3", "4", "5"]
    assert {
        one.get("type") for one in page.all(f"{FORM}//*[@data-question='free-seasons']//label/input")
    } == {"checkbox"}
    assert page.one(f"{FORM}//textarea").get("rows") == "2"


def test_words_are_translated_as_far_as_they_are_and_marked_where_not(tiny: Built) -> None:
    page = a_page(tiny, "de")
    legends = {words_of(one): language_at(one) for one in page.all(f"{FORM}//legend/descendant-or-self::*")}
    assert legends["Wie ruhig sind Sie bei Bienen?"] == "de"
    assert legends["When would you like to begin?"] == "en"
    assert [words_of(one) for one in page.all(f"{FORM}//*[@data-question='best-season']//label/span")] == [
        "Frühling",
        "Sommer",
        "Herbst",
    ]
    ids = [[one.get("id") for one in a_page(tiny, code).all(f"{FORM}//*[@id]")] for code in ("en", "de")]
    assert ids[0] == ids[1]


def test_the_tools_data_lie_apart_in_each_language_and_hold_no_answers(tiny: Built) -> None:
    for code in tiny.course.languages:
        folder = tiny.folder / tiny.home(code) / "trainer"
        collect = json.loads((folder / "collect.json").read_text("utf-8"))
        assert [survey["id"] for survey in collect["surveys"]] == ["first-evening", "last-evening"]
        assert sum(module["minutes"] for module in collect["modules"]) == collect["minutes"]
        for question in collect["questions"].values():
            assert set(question) <= {"outcome", "version", "activity", "title", "lang", "url"}
        feedback = json.loads((folder / "feedback.json").read_text("utf-8"))
        (task,) = (task for module in feedback for task in module["tasks"])
        page = tiny.page("tools", code)
        assert page.leads_to(task["url"]) == f"{tiny.home(code)}modules/m1-bees/bee-diary/"
    german = json.loads((tiny.folder / "de" / "trainer" / "collect.json").read_text("utf-8"))
    assert german["surveys"][0]["title"] == "Vor dem ersten Abend"


def test_weak_questions_lead_to_their_passages(tiny: Built) -> None:
    collect = json.loads((tiny.folder / "trainer" / "collect.json").read_text("utf-8"))
    page = tiny.page("tools")
    urls = [question["url"] for question in collect["questions"].values() if "url" in question]
    assert urls
    for url in urls:
        path, _, anchor = url.partition("#")
        linked = next(one for one in tiny.pages if one.path == page.leads_to(path))
        assert linked.all(f"//*[@id='{anchor}']"), url

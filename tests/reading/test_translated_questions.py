"""Words of a question bank in another language: a neighbour file knows each question by its id, of whatever kind."""

import shutil
from pathlib import Path

import pytest

from coursesite.model.question import FillIn, Matching, Question, Scenario, SingleChoice
from coursesite.reading import read_course

TINY = Path(__file__).parents[1] / "courses" / "tiny"


def read(root: Path, words: str) -> tuple[dict[str, Question], list[str]]:
    """The questions of the tiny course with these German words, and the codes of what is wrong with them."""
    shutil.copytree(TINY, root)
    (root / "quizzes/m2-hive.de.yml").write_text(f"questions:\n{words}", encoding="utf-8")
    reading = read_course(root)
    assert reading.course is not None
    bank = reading.course.bank_by_module["m2-hive"]
    problems = [f"{problem.line}: {problem.code}" for problem in reading.problems]
    return {question.id: question for question in bank.questions}, problems


def test_words_reach_entries_of_every_kind(tmp_path: Path) -> None:
    questions, problems = read(
        tmp_path / "course",
        """\
  hive-queen: {options: {queen: {text: Die Königin}}}
  hive-castes: {pairs: {one: {left: Königin, right: Legt Eier}}}
  hive-visit: {scenes: {lid: {text: Der Deckel ist ab., choices: {close: {feedback: Die Bienen bleiben ruhig.}}}}}
""",
    )
    assert problems == []
    single, matching, scenario = questions["hive-queen"], questions["hive-castes"], questions["hive-visit"]
    assert isinstance(single, SingleChoice)
    assert isinstance(matching, Matching)
    assert isinstance(scenario, Scenario)
    assert single.options[1].text.in_language("de", "en").text == "Die Königin"
    assert single.options[0].text.in_language("de", "en").language == "en"
    assert matching.pairs[0].right.in_language("de", "en").text == "Legt Eier"
    assert scenario.scenes[0].choices[0].feedback.in_language("de", "en").text == "Die Bienen bleiben ruhig."


@pytest.mark.parametrize("accepted", [["Drohnen"], ["Drohnen", "die Drohnen", "Drohnerich"]])
def test_a_language_accepts_as_many_answers_as_it_needs(tmp_path: Path, accepted: list[str]) -> None:
    questions, problems = read(tmp_path / "course", f"  hive-word: {{accepted: [{', '.join(accepted)}]}}\n")
    question = questions["hive-word"]
    assert isinstance(question, FillIn)
    assert problems == []
    assert [str(text) for text in question.accepted.in_language("de", "en")] == accepted
    assert [str(text) for text in question.accepted.in_language("it", "en")] == ["drones", "the drones"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("  hive-word: {accepted: Drohnen}", "2: translation-not-texts"),
        ("  hive-word: {accepted: []}", "2: translation-not-texts"),
        ("  hive-word: {accepted: [1]}", "2: translation-not-texts"),
        ("  hive-alone: {answer: true}", "2: translation-of-a-fact"),
        ("  hive-alone: {options: {a: {text: Ja}}}", "2: translation-unknown-key"),
        ("  hive-visit: {scenes: {lid: {choices: {close: {quality: poor}}}}}", "2: translation-of-a-fact"),
        ("  hive-visit: {kind: single}", "2: translation-of-a-fact"),
        ("  hive-drone: {text: Wer?}", "2: translation-unknown-id"),
    ],
)
def test_only_words_can_be_translated(tmp_path: Path, words: str, code: str) -> None:
    assert read(tmp_path / "course", words + "\n")[1] == [code]

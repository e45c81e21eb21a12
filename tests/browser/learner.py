"""A learner in the browser: where quizzes are, what is kept, and how to answer without a mouse."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lxml import html
from playwright.sync_api import Keyboard, Page, Request, Route

BLOCKED = """for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("blocked", "SecurityError"); } });
}"""


@dataclass(frozen=True)
class Quiz:
    """A quiz of the built site: its path from the site's root, and what its page tells the script."""

    path: str
    questions: tuple[dict[str, Any], ...]

    @property
    def kinds(self) -> set[str]:
        return {question["kind"] for question in self.questions}

    @property
    def graded(self) -> list[dict[str, Any]]:
        return [
            question for question in self.questions if question["kind"] not in {"self-rating", "reflection"}
        ]

    def of_kind(self, kind: str) -> dict[str, Any]:
        return next(question for question in self.questions if question["kind"] == kind)


@cache
def quizzes(site: Path) -> tuple[Quiz, ...]:
    found = []
    for file in sorted(site.glob("modules/*/*/index.html")):
        text = file.read_text(encoding="utf-8")
        if "data-quiz-data" in text:
            scripts = html.document_fromstring(text).iter("script")
            (data,) = (script.text for script in scripts if script.get("data-quiz-data"))
            path = f"{file.parent.relative_to(site).as_posix()}/"
            found.append(Quiz(path, tuple(json.loads(data or "")["questions"])))
    return tuple(found)


def quiz_with(site: Path, *kinds: str) -> Quiz:
    """The first quiz that asks questions of all these kinds."""
    return next(quiz for quiz in quizzes(site) if quiz.kinds >= set(kinds))


def a_module(site: Path) -> str:
    """The path of the overview of a module with a quiz."""
    return "/".join(quizzes(site)[0].path.split("/")[:2]) + "/"


def a_reading(site: Path) -> str:
    """The path of a page to read, with glossary terms, on which nothing is asked or written."""
    folder = site / a_module(site)
    texts = {file: file.read_text("utf-8") for file in sorted(folder.glob("*/index.html"))}
    found = next(
        file
        for file, text in texts.items()
        if "terms-part" in text and "data-quiz" not in text and "data-write" not in text
    )
    return f"{found.parent.relative_to(site).as_posix()}/"


def open_quiz(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(".quiz-controls")


def open_learning(page: Page, site_url: str, language: str = "") -> None:
    page.goto(f"{site_url}{language}my-learning/")
    page.wait_for_selector(".hours-done")


def kept(page: Page) -> dict[str, str]:
    """All that the browser keeps for this address, by whole name."""
    found = page.evaluate("({ ...localStorage })")
    assert isinstance(found, dict)
    return found


def entries(page: Page) -> dict[str, Any]:
    """What the course keeps: values by key, such as `done/…`."""
    found = {}
    for name, text in kept(page).items():
        if name.startswith("course:") and name.count(":") == 3 and not name.endswith((":schema", ":shared")):
            found[name.split(":", 3)[3]] = json.loads(text)["value"]
    return found


FOCUSED = """() => {
  const { localName, type, name, value, className, textContent, options } = document.activeElement;
  const radios = name ? [...document.getElementsByName(name)].map((field) => field.value) : [];
  const choices = options ? [...options].map((option) => option.value) : [];
  return { element: localName, type, name, value, radios, choices, words: textContent.trim().slice(0, 80), className };
}"""


def answer_by_keyboard(page: Page, quiz: Quiz, stops: int = 400) -> None:
    """Answer every question rightly with the keyboard alone, and press the button that checks."""
    keys = {question["id"]: question for question in quiz.questions}
    page.locator(f"#question-{quiz.questions[0]['id']}").focus()
    for _ in range(stops):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here["type"] == "submit" or here["words"] == "This is what I do":
            page.keyboard.press("Enter")
        if here["type"] == "submit":
            return
        id, _, part = (here["name"] or "").partition(".")
        if id in keys:
            _press(page.keyboard, here, keys[id], part)
    raise AssertionError("the button was not reached")


def _press(keyboard: Keyboard, here: dict[str, Any], key: dict[str, Any], part: str) -> None:
    """Answer with the control that has the focus."""
    down = 0
    match here["element"], here["type"]:
        case "input", "radio":
            keyboard.press("Space")
            down = here["radios"].index(_choice(key, part, here["radios"])) - here["radios"].index(
                here["value"]
            )
        case "input", "checkbox" if here["value"] in key["right"]:
            keyboard.press("Space")
        case "select", _:
            down = here["choices"].index(
                part if key["kind"] == "matching" else str(key["steps"].index(part) + 1)
            )
        case "input", "text":
            keyboard.type(str(key.get("answer") or key["accepted"][0]))
        case "textarea", _:
            keyboard.type("What I think.")
    for _ in range(down):
        keyboard.press("ArrowDown")


def _choice(key: dict[str, Any], scene: str, values: list[str]) -> str:
    """The value of the best radio button of a question or a scene."""
    match key["kind"]:
        case "scenario":
            choices = key["scenes"][scene]
            return str(next(id for id, choice in choices.items() if choice["quality"] == "good"))
        case "true-false":
            return "true" if key["right"] else "false"
        case "self-rating":
            return values[1]
    return str(key["right"][0])


def reversed_questions(route: Route, request: Request) -> None:
    """The page with its questions in the opposite order."""
    response = route.fetch()
    tree = html.document_fromstring(response.text())
    (form,) = (one for one in tree.iter("form") if one.get("data-quiz"))
    for section in list(form):
        form.insert(0, section)
    text = html.tostring(tree, encoding="unicode", doctype="<!doctype html>")
    route.fulfill(response=response, body=text)
    assert request.is_navigation_request()

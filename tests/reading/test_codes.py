"""No problem goes untested: each code that reading can yield has a case, and each form of text has words."""

import ast
from collections.abc import Iterator
from pathlib import Path

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

import coursesite.reading
from coursesite.model.annotations import models_in
from coursesite.model.document import FrontMatter
from coursesite.reading.schemas import SCHEMAS
from coursesite.reading.validation import FORMS

HERE = Path(__file__).parent
PACKAGE = Path(coursesite.reading.__file__).parent


def test_every_code_has_a_case() -> None:
    in_cases = {
        problem.split(": ")[1]
        for file in HERE.glob("*.yml")
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
        for problem in case["problems"]
    }
    in_source = {code for file in PACKAGE.glob("*.py") for code in codes_in(file.read_text(encoding="utf-8"))}
    assert in_cases == in_source


def test_a_code_is_found_wherever_it_is_written() -> None:
    source = """
class Reader:
    def _problem(self, line: int, code: str) -> None: ...
    def read(self, fault: str) -> None:
        self._problem(1, "one")
        self._problem(1, code="two")
        Problem("path", 1, "three", "says")
        code = "four" if fault else "five"
        Problem("path", 1, code, "says")
"""
    assert set(codes_in(source)) == {"one", "two", "three", "four", "five"}


def test_every_text_that_must_have_a_form_says_it_in_words() -> None:
    kinds: list[type[BaseModel]] = [*SCHEMAS.values(), FrontMatter]
    patterned = {
        name
        for kind in kinds
        for model in all_models(kind)
        for name, field in model.model_fields.items()
        if has_pattern(field)
    }
    assert patterned == set(FORMS)


def codes_in(source: str) -> Iterator[str]:
    """What is handed to `Problem`, or to a function of the file, as a problem's code."""
    tree = ast.parse(source)
    place = {"Problem": 2}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args if argument.arg != "self"]
            if "code" in names:
                place[node.name] = names.index("code")
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in place:
                given = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
                for value in given or node.args[place[name] :][:1]:
                    yield from texts_in(value)
            case ast.Assign(targets=[ast.Name(id="code")], value=value):
                yield from texts_in(value)


def texts_in(value: ast.expr) -> Iterator[str]:
    match value:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=other):
            yield from texts_in(body)
            yield from texts_in(other)


def all_models(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield kind
    for field in kind.model_fields.values():
        for model in models_in(field.annotation):
            yield from all_models(model)


def has_pattern(field: FieldInfo) -> bool:
    """Also where the pattern belongs to a part, as in `Passage | None`."""
    parts = [field, *getattr(field.annotation, "__args__", ())]
    metadata = [
        item for part in parts for item in getattr(part, "metadata", ()) or getattr(part, "__metadata__", ())
    ]
    return any(
        getattr(inner, "pattern", None)
        for item in metadata
        for inner in (item, *getattr(item, "metadata", ()))
    )

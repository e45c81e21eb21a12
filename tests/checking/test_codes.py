"""No check can rot: each is listed, each code that one can yield has a case, and a code is written where it is used."""

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import yaml

import coursesite.checking
from coursesite.checking import CHECKS, CHECKS_OF_A_DRAFT, CHECKS_OF_A_RELEASE

HERE = Path(__file__).parent
PACKAGE = Path(coursesite.checking.__file__).parent


def test_every_code_has_a_case() -> None:
    in_cases = {
        line.split(": ")[1]
        for file in HERE.glob("*.yml")
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
        for line in case["problems"]
    }
    in_source = {code for call in calls() for code in codes_of(call)}
    assert in_cases == in_source


def test_every_problem_has_a_code_that_one_can_search_for() -> None:
    for call in calls():
        if isinstance(call.func, ast.Name) and call.func.id == "Problem":
            passed_on = [k for k in call.keywords if k.arg == "code" and isinstance(k.value, ast.Name)]
            assert passed_on or codes_of(call), ast.unparse(call)


def test_every_check_is_listed_once() -> None:
    written = {
        function
        for module in iter_modules([str(PACKAGE)])
        for function in vars(import_module(f"coursesite.checking.{module.name}")).values()
        if inspect.isfunction(function)
        and not function.__name__.startswith("_")
        and str(inspect.signature(function)).startswith("(course:")
        and "Iterator[coursesite.model.problem.Problem]" in str(inspect.signature(function))
    }
    listed = CHECKS + CHECKS_OF_A_RELEASE + CHECKS_OF_A_DRAFT
    assert set(listed) == written
    assert len(listed) == len(set(listed))


def test_every_check_says_in_a_sentence_what_must_hold() -> None:
    for check in CHECKS + CHECKS_OF_A_RELEASE + CHECKS_OF_A_DRAFT:
        assert check.__name__.split("_")[0] in {"every", "no", "only", "the"}, check.__name__
        assert (check.__doc__ or "").rstrip().endswith("."), check.__name__


def calls() -> Iterator[ast.Call]:
    """All calls in the checks' source."""
    for file in sorted(PACKAGE.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield node


def codes_of(call: ast.Call) -> set[str]:
    """The codes that a call names: `code="…"`, or the third argument of a `Problem`."""
    values = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    if isinstance(call.func, ast.Name) and call.func.id == "Problem":
        values += call.args[2:3]
    return {code for value in values for code in texts_in(value)}


def texts_in(value: ast.expr) -> set[str]:
    """A text, or both texts of a choice."""
    match value:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=body, orelse=other):
            return texts_in(body) | texts_in(other)
    return set()

"""Plain data → model types; what does not fit becomes problems that say where and how to mend it."""

from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..model.entity import LocatedDict
from ..model.problem import Problem
from .annotations import model_in

Model = TypeVar("Model", bound=BaseModel)


def validated(
    kind: type[Model], data: Any, path: str, **more: Any
) -> tuple[Model | None, tuple[Problem, ...]]:
    """`data` as a `kind`, or all the reasons why it is not one. `more` adds keys that no file holds."""
    if data is None:
        return None, (
            Problem(path, 1, "empty-file", "the file is empty",
                    f"the keys {_keys_of(kind)}", "write them, or take the file of another course as a model"),
        )  # fmt: skip
    if not isinstance(data, LocatedDict):
        what = "a list" if isinstance(data, list) else "a single value"
        return None, (
            Problem(path, 1, "wrong-shape", f"the file holds {what}",
                    f"`key: value` lines with the keys {_keys_of(kind)}",
                    "begin the file with one of these keys, without a hyphen before it"),
        )  # fmt: skip
    whole = LocatedDict({**data, **more}, data.place)
    try:
        return kind.model_validate(whole), ()
    except ValidationError as error:
        problems = {_problem(kind, details, data, path) for details in error.errors()}
        return None, tuple(sorted(problems))


def _keys_of(kind: type[BaseModel]) -> str:
    return ", ".join(f"`{name}`" for name in kind.model_fields if name not in {"place", "id"})


def _problem(kind: type[BaseModel], details: ErrorDetails, data: LocatedDict, path: str) -> Problem:
    keys = _written(data, tuple(key for key in details["loc"] if key != "place"))
    line = _line_of(data, keys)
    name = _name(keys)
    value = details.get("input")
    match details["type"]:
        case "missing":
            return Problem(
                path, line, "missing-key", f"`{keys[-1]}` is missing{_in(keys[:-1])}",
                f"a value for `{keys[-1]}`", f"add a line `{keys[-1]}: …` here",
            )  # fmt: skip
        case "extra_forbidden":
            known = _known_keys(kind, data, keys[:-1])
            if value is None and " " in str(keys[-1]):
                return Problem(
                    path, line, "comma-in-braces", f"`{keys[-1]}` follows a comma, and so begins a new key",
                    "a text with a comma between { and } stands in quotes",
                    'put quotes around the whole text: "…, …"',
                )  # fmt: skip
            near = get_close_matches(str(keys[-1]), known, n=1)
            hint = f"write `{near[0]}`" if near else "correct or delete it"
            return Problem(
                path, line, "unknown-key", f"`{keys[-1]}` is not a key that is known here",
                f"one of {', '.join(f'`{k}`' for k in known)}" if known else "a known key", hint,
            )  # fmt: skip
        case "literal_error":
            expected = str(details["ctx"]["expected"]).replace("'", "`")
            return Problem(
                path, line, "unknown-value", f"{name} is `{value}`", expected, "choose one of these words"
            )
        case "union_tag_not_found":
            return Problem(
                path, line, "missing-key", f"`kind` is missing{_in(keys)}",
                "a value for `kind`", "add a line `kind: …` here",
            )  # fmt: skip
        case "union_tag_invalid":
            tag = str(details["ctx"]["tag"])
            tags = str(details["ctx"]["expected_tags"]).replace("'", "").split(", ")
            near = get_close_matches(tag, tags, n=1)
            return Problem(
                path, _line_of(data, (*keys, "kind")), "unknown-value", f"`kind` is `{tag}`",
                f"one of {', '.join(f'`{one}`' for one in tags)}",
                f"write `{near[0]}`" if near else "choose one of these words",
            )  # fmt: skip
        case "value_error":
            reason = str(details["ctx"]["error"])
            return Problem(
                path, line, "wrong-value", f"{name} is {_shown(value)}", reason, "write it in this form"
            )
        case kind_of_error:
            expected = _EXPECTED.get(kind_of_error) or details["msg"][0].lower() + details["msg"][1:]
            for word, number in (details.get("ctx") or {}).items():
                expected = expected.replace("{" + word + "}", str(number))
            code = "minutes" if keys and keys[-1] == "minutes" else "wrong-value"
            return Problem(
                path, line, code, f"{name} is {_shown(value)}", expected,
                "write such a value, or check the indentation of this line",
            )  # fmt: skip


_EXPECTED = {
    "int_type": "a whole number, without quotes",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "`true` or `false`",
    "bool_parsing": "`true` or `false`",
    "string_type": "a text; put quotes around it if it looks like a number",
    "tuple_type": "a list: lines that begin with `- `, or [a, b]",
    "dict_type": "`key: value` lines",
    "model_type": "`key: value` lines",
    "model_attributes_type": "`key: value` lines",
    "greater_than": "a number greater than {gt}",
    "greater_than_equal": "a number of {ge} or more",
    "less_than_equal": "a number of {le} or less",
    "multiple_of": "a multiple of {multiple_of}",
    "too_short": "at least {min_length} of them",
    "string_pattern_mismatch": "a text of the form {pattern}",
}


def _written(data: LocatedDict, loc: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """The keys in `loc` as they were written: pydantic adds the `kind` that it chose in a union."""
    here: Any = data
    keys: list[int | str] = []
    for key in loc:
        if keys and isinstance(keys[-1], int) and isinstance(here, LocatedDict) and key == here.get("kind"):
            continue
        keys.append(key)
        here = _below(here, key)
    return tuple(keys)


def _below(data: Any, key: int | str) -> Any:
    """What stands under a key or at an index, if anything does."""
    if isinstance(data, LocatedDict):
        return data.get(str(key))
    return data[key] if isinstance(data, list) and isinstance(key, int) and key < len(data) else None


def _line_of(data: LocatedDict, keys: tuple[int | str, ...]) -> int:
    """The line of the key that `keys` leads to, or of the nearest thing around it that has a line."""
    here: Any = data
    line = data.place.line
    for key in keys:
        if isinstance(here, LocatedDict):
            line = here.place.line_of(str(key))
        here = _below(here, key)
        if isinstance(key, int) and isinstance(here, LocatedDict):
            line = here.place.line
    return line


def _known_keys(kind: type[BaseModel], data: LocatedDict, keys: tuple[int | str, ...]) -> list[str]:
    """The keys that the mapping at `keys` may have, as far as the types tell."""
    fields = kind.model_fields
    annotation: Any = kind
    here: Any = data
    for key in keys:
        here = _below(here, key)
        if isinstance(key, str):
            if key not in fields:
                return []
            annotation = fields[key].annotation
        inner = model_in(annotation, here)
        if inner is None:
            return []
        fields = inner.model_fields
    return [name for name in fields if name != "place"]


def _name(keys: tuple[int | str, ...]) -> str:
    named = [str(key) for key in keys if not isinstance(key, int)]
    if not named:
        return "this entry"
    last = f"`{named[-1]}`"
    if keys and isinstance(keys[-1], int):
        last = f"entry {keys[-1] + 1} of {last}"
    return last


def _in(keys: tuple[int | str, ...]) -> str:
    named = [str(key) for key in keys if not isinstance(key, int)]
    return f" in this entry of `{named[-1]}`" if named else ""


def _shown(value: Any) -> str:
    match value:
        case None:
            return "empty"
        case dict():
            return "a group of keys"
        case list() | tuple():
            return "a list"
        case _:
            text = str(value)
            return f"`{text}`" if len(text) <= 60 else f"`{text[:57]}…`"

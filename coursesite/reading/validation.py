"""Plain data → model types; what does not fit becomes problems that say where and how to mend it."""

import re
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..model.annotations import model_in
from ..model.entity import LocatedDict
from ..model.problem import Problem

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
            Problem(path, 1, "wrong-shape", f"here stands {what}",
                    f"`key: value` lines with the keys {_keys_of(kind)}",
                    "begin with one of these keys, without a hyphen before it and with a blank after the colon"),
        )  # fmt: skip
    whole = LocatedDict({**data, **more}, data.place)
    try:
        return kind.model_validate(whole), ()
    except ValidationError as error:
        faults = error.errors()
        problems = {_problem(kind, fault, data, path) for fault in faults if not _follows(fault, faults)}
        return None, tuple(sorted(problems))


def _follows(fault: ErrorDetails, faults: list[ErrorDetails]) -> bool:
    """Whether a list is called too short only because its entries are faulty."""
    loc = fault["loc"]
    return fault["type"] == "too_short" and any(
        other["loc"][: len(loc)] == loc and other is not fault for other in faults
    )


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
            return _unknown_key(path, line, str(keys[-1]), _known_keys(kind, data, keys[:-1]))
        case "value_error" if isinstance(value, LocatedDict) and "place" in value:  # see `Entity`
            return _unknown_key(path, value.place.line_of("place"), "place", _known_keys(kind, data, keys))
        case "literal_error":
            words = re.findall(r"'([^']*)'", str(details["ctx"]["expected"]))
            return _unknown_value(path, line, name, value, words)
        case "union_tag_not_found":
            return Problem(
                path, line, "missing-key", f"`kind` is missing{_in(keys)}",
                "a value for `kind`", "add a line `kind: …` here",
            )  # fmt: skip
        case "union_tag_invalid":
            words = re.findall(r"'([^']*)'", str(details["ctx"]["expected_tags"]))
            line = _line_of(data, (*keys, "kind"))
            return _unknown_value(path, line, "`kind`", details["ctx"]["tag"], words)
        case "too_short":
            least, most = details["ctx"]["min_length"], details["ctx"]["actual_length"]
            return Problem(
                path, line, "too-few", f"{name} has {most or 'no'} {'entry' if most == 1 else 'entries'}",
                f"at least {least}", "add what is missing; each entry begins with `- `",
            )  # fmt: skip
        case fault:
            code = "minutes" if keys and keys[-1] == "minutes" else "wrong-value"
            return Problem(
                path,
                line,
                code,
                f"{name} is {_shown(value)}",
                _expected(fault, details, keys),
                _mend(fault, value),
            )


def _unknown_key(path: str, line: int, key: str, known: list[str]) -> Problem:
    near = get_close_matches(key, known, n=1, cutoff=0.7)
    return Problem(
        path, line, "unknown-key", f"`{key}` is not a key that is known here",
        f"one of {', '.join(f'`{one}`' for one in known)}" if known else "a known key",
        f"write `{near[0]}`" if near else "correct or delete it",
    )  # fmt: skip


def _unknown_value(path: str, line: int, name: str, value: Any, words: list[str]) -> Problem:
    near = get_close_matches(str(value), words, n=1)
    return Problem(
        path, line, "unknown-value", f"{name} is {_shown(value)}",
        f"one of {', '.join(f'`{word}`' for word in words)}",
        f"write `{near[0]}`" if near else "choose one of these words",
    )  # fmt: skip


FORMS = {
    "code": "a language such as `de`, or with its script and country, such as `sr-Latn` or `pt-BR`",
    "locale": "a language and a country with a `_` between them, such as `pt_PT`",
    "date": "year, month and day, such as `2031-05-28`",
    "url": "an address on the web that begins with `https://`",
    "passage": "an activity's id, `#` and the id of a heading on its page, such as `first-visit#prepare`",
    "quotes": "two quotation marks, or four with those for quotations inside quotations, such as `«»`",
}
"""What the keys hold whose texts must have a certain form."""

_WORDS = frozenset({"string_type", "value_error"})

_EXPECTED = {
    "int_type": "a whole number, without quotes",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a number of ordinary size",
    "bool_type": "`true` or `false`",
    "bool_parsing": "`true` or `false`",
    "string_type": "a text",
    "tuple_type": "a list: lines that begin with `- `, or [a, b]",
    "dict_type": "`key: value` lines",
    "model_type": "`key: value` lines",
    "model_attributes_type": "`key: value` lines",
    "greater_than": "a number greater than {gt:g}",
    "greater_than_equal": "a number of {ge:g} or more",
    "less_than_equal": "a number of {le:g} or less",
    "multiple_of": "a multiple of {multiple_of:g}",
    "string_too_short": "a text that is not empty",
    "string_pattern_mismatch": "a text of the form {pattern}",
}


def _expected(fault: str, details: ErrorDetails, keys: tuple[int | str, ...]) -> str:
    context = details.get("ctx") or {}
    match fault:
        case "value_error":
            reason = str(context["error"]).replace(" is expected here", "")
            return "a text that is not empty" if reason == "this text is empty" else reason
        case "string_pattern_mismatch" if keys[-1] in FORMS:
            return FORMS[str(keys[-1])]
        case _ if fault in _EXPECTED:
            return _EXPECTED[fault].format(**context)
    return details["msg"][0].lower() + details["msg"][1:]


def _mend(fault: str, value: Any) -> str:
    match value:
        case int() | float() if fault in _WORDS:
            return 'put quotes around it: "…"'
        case dict() if fault in _WORDS:
            return "put quotes around the whole text if it holds a colon and a blank"
        case str() if re.fullmatch(r"[0-9]+,[0-9]+", value):
            return f"write a point in place of the comma: {value.replace(',', '.')}"
    return "write such a value, or check the indentation of this line"


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
    if named[-1] == "[key]":  # pydantic's word for a fault in the key itself
        return f"a key of `{named[-3]}`"
    last = f"`{named[-1]}`"
    if keys and isinstance(keys[-1], int):
        last = f"entry {keys[-1] + 1} of {last}"
    return last


def _in(keys: tuple[int | str, ...]) -> str:
    named = [str(key) for key in keys if not isinstance(key, int)]
    return f" in this entry of `{named[-1]}`" if named else ""


def _shown(value: Any) -> str:
    match value:
        case bool():
            return f"`{str(value).lower()}`"
        case dict():
            return "a group of keys"
        case list() | tuple():
            return "a list"
        case None:
            return "empty"
        case str() if not value.strip():
            return "empty"
    text = "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in str(value))
    return f"`{text}`" if len(text) <= 60 else f"`{text[:57]}…`"

"""A national team's YAML file: its words are in the team's own language, and translate nothing."""

from typing import Any

from pydantic import BaseModel

from ..model.annotations import model_in, parts_of
from ..model.entity import LocatedDict
from ..model.text import OwnTexts, Text


def in_own_language(kind: type[BaseModel], data: Any, language: str) -> Any:
    """`data` with each text marked as words of this language. What is no text is left to be refused later."""
    if not isinstance(data, LocatedDict):
        return data
    spoken = {
        key: _value(kind.model_fields[key].annotation, value, language) if key in kind.model_fields else value
        for key, value in data.items()
    }
    return LocatedDict(spoken, data.place)


def _value(annotation: Any, value: Any, language: str) -> Any:
    inner = model_in(annotation)
    if inner is not None and isinstance(value, list):
        return [in_own_language(inner, entry, language) for entry in value]
    parts = parts_of(annotation)
    if Text in parts and isinstance(value, str) and value.strip():
        return Text(value.strip(), {language: value.strip()})
    if (
        OwnTexts in parts
        and isinstance(value, list)
        and all(isinstance(one, str) and one.strip() for one in value)
    ):
        words = tuple(one.strip() for one in value)
        return OwnTexts(words, {language: words})
    return value

"""A YAML file's translations: neighbours that hold words only, by key and id.

    modules/toolkit.yml       factors: [{id: time-to-work, text: Enough time, …}]
    modules/toolkit.sv.yml    factors: {time-to-work: {text: Tillräckligt med tid}}

Lists whose entries have ids become mappings by id; lists of plain texts stay lists of the same length,
but for those of equal meaning (`Texts`), of which each language has as many as it needs.
Only texts can be translated, so a neighbour can't change a fact.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ..model.entity import LocatedDict
from ..model.problem import Problem
from ..model.text import Text, Texts
from .annotations import model_in, models_in, parts_of

FIXED = frozenset({"id", "place"})


def with_words(
    kind: type[BaseModel], data: Any, overlays: dict[str, tuple[str, Any]]
) -> tuple[Any, tuple[Problem, ...]]:
    """`data` with each text joined by its translations.

    `overlays` maps a language to the neighbour's path and data. Returns the data with `Text`s in the
    place of translated strings, and what is wrong with the neighbours.
    """
    problems: list[Problem] = []
    for language, (path, words) in overlays.items():
        if words is None:
            continue
        if not isinstance(words, LocatedDict):
            problems.append(_shape(path, 1, "the file"))
            continue
        data, found = _joined(kind, data, words, language, path)
        problems.extend(found)
    return data, tuple(problems)


def _joined(kind: Any, data: Any, words: LocatedDict, language: str, path: str) -> tuple[Any, list[Problem]]:
    problems: list[Problem] = []
    if not isinstance(data, LocatedDict):
        return data, problems
    joined = dict(data)
    for key, value in words.items():
        line = words.place.line_of(key)
        if key in FIXED or key not in data or key not in kind.model_fields:
            problems.append(
                Problem(path, line, "translation-unknown-key",
                        f"`{key}` does not exist in the source file at this place",
                        f"only keys with words: {', '.join(_wordy(kind, data)) or 'none here'}",
                        "correct the key, or delete the line")
            )  # fmt: skip
            continue
        joined[key], found = _value(kind.model_fields[key].annotation, data[key], value, language, path, line)
        problems.extend(found)
    return LocatedDict(joined, data.place), problems


def _value(
    annotation: Any, source: Any, words: Any, language: str, path: str, line: int
) -> tuple[Any, list[Problem]]:
    inner = model_in(annotation)
    if inner is not None and isinstance(source, list):
        return _entries(annotation, source, words, language, path, line)
    if inner is not None:
        if not isinstance(words, LocatedDict):
            return source, [_shape(path, line, "this key")]
        return _joined(inner, source, words, language, path)
    if Texts in parts_of(annotation):
        return _texts(source, words, language, path, line)
    if Text not in parts_of(annotation):
        return source, [
            Problem(path, line, "translation-of-a-fact", "this is not a text but a fact of the course",
                    "words only: facts stand in the source file, once", "delete this line")
        ]  # fmt: skip
    if isinstance(source, list):
        if not isinstance(words, list) or len(words) != len(source):
            return source, [
                Problem(path, line, "translation-length", "the list has another length than in the source file",
                        f"{len(source)} texts in the same order", "add or delete entries so that they match")
            ]  # fmt: skip
        pairs = [_text(s, w, language, path, line) for s, w in zip(source, words, strict=True)]
        return [text for text, _ in pairs], [p for _, found in pairs for p in found]
    return _text(source, words, language, path, line)


def _entries(
    annotation: Any, source: list[Any], words: Any, language: str, path: str, line: int
) -> tuple[Any, list[Problem]]:
    if not isinstance(words, LocatedDict):
        return source, [_shape(path, line, "this key")]
    name = "code" if any("code" in kind.model_fields for kind in models_in(annotation)) else "id"
    ids = [entry.get(name) if isinstance(entry, LocatedDict) else None for entry in source]
    problems: list[Problem] = []
    joined = list(source)
    for key, value in words.items():
        at = words.place.line_of(key)
        if key not in ids:
            problems.append(
                Problem(path, at, "translation-unknown-id", f"the source file has no entry with the id `{key}`",
                        "an id that the source file has at this place",
                        "correct the id, or delete these lines if the entry is gone")
            )  # fmt: skip
        elif not isinstance(value, LocatedDict):
            problems.append(_shape(path, at, f"`{key}`"))
        else:
            index = ids.index(key)
            kind = model_in(annotation, joined[index])
            joined[index], found = _joined(kind, joined[index], value, language, path)
            problems.extend(found)
    return joined, problems


def _text(source: Any, words: Any, language: str, path: str, line: int) -> tuple[Any, list[Problem]]:
    if not isinstance(words, str) or not words.strip():
        return source, [
            Problem(path, line, "translation-not-a-text", "no words stand here",
                    "the translated text", "write the translation, or delete the line; "
                    "put quotes around a text that looks like a number")
        ]  # fmt: skip
    if isinstance(source, Text):
        return Text(source.source, {**source.translations, language: words.strip()}), []
    if not isinstance(source, str) or not source.strip():
        return source, []
    return Text(source.strip(), {language: words.strip()}), []


def _texts(source: Any, words: Any, language: str, path: str, line: int) -> tuple[Any, list[Problem]]:
    if not isinstance(words, list) or not words or not all(isinstance(w, str) and w.strip() for w in words):
        return source, [
            Problem(path, line, "translation-not-texts", "this is not a list of texts",
                    "a list as in the source file, as long as your language needs it: [one, another]",
                    "write such a list; put quotes around a text that looks like a number")
        ]  # fmt: skip
    if not isinstance(source, Texts):
        if not isinstance(source, list) or not all(isinstance(text, str) and text.strip() for text in source):
            return source, []
        source = Texts(tuple(text.strip() for text in source), {})
    translated = tuple(word.strip() for word in words)
    return Texts(source.source, {**source.translations, language: translated}), []


def _wordy(kind: type[BaseModel], data: LocatedDict) -> Iterator[str]:
    for name, info in kind.model_fields.items():
        parts = parts_of(info.annotation)
        holds_words = Text in parts or Texts in parts or model_in(info.annotation) is not None
        if name not in FIXED and name in data and holds_words:
            yield f"`{name}`"


def _shape(path: str, line: int, what: str) -> Problem:
    return Problem(
        path, line, "translation-shape", f"{what} does not hold `key: value` lines",
        "the same keys as in the source file; lists with ids become `id:` lines",
        "compare with another translated file",
    )  # fmt: skip

"""A YAML file's translations: neighbours that hold words only, by key and id.

    modules/toolkit.yml       factors: [{id: a-good-veil, text: A veil that closes, …}]
    modules/toolkit.de.yml    factors: {a-good-veil: {text: Ein dichter Schleier}}

Lists whose entries have ids become mappings by id; lists of plain texts stay lists of the same length,
but for those of equal meaning (`Texts`), of which each language has as many as it needs.
Only texts can be translated, so a neighbour can't change a fact.
"""

from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel

from ..model.annotations import model_in, models_in, parts_of
from ..model.entity import LocatedDict
from ..model.problem import Problem
from ..model.text import OwnTexts, Text, Texts

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
        own = key in kind.model_fields and OwnTexts in parts_of(kind.model_fields[key].annotation)
        if own:
            joined[key], found = _own_texts(data.get(key), value, language, path, line)
            problems.extend(found)
            continue
        if key in FIXED or key not in data or key not in kind.model_fields:
            known = _wordy(kind, data)
            problems.append(
                Problem(path, line, "translation-unknown-key",
                        f"`{key}` does not exist in the source file at this place",
                        f"only keys with words: {', '.join(f'`{one}`' for one in known) or 'none here'}",
                        _or_meant(key, known, "correct the key, or delete the line"))
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
            says = f"the list has {len(words)} entries" if isinstance(words, list) else "this is not a list"
            return source, [
                Problem(path, line, "translation-length", says,
                        f"a list of {len(source)}, in the same order as in the source file",
                        "add or delete entries so that they match")
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
                        _or_meant(key, ids, "correct the id, or delete these lines if the entry is gone"))
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
            Problem(path, line, "translation-not-a-text", "no words stand here, or not as a text",
                    "the translated text", "write the translation, or delete the line; "
                    "put quotes around a text that looks like a number")
        ]  # fmt: skip
    if isinstance(source, Text):
        return Text(source.source, {**source.translations, language: words.strip()}), []
    if not isinstance(source, str) or not source.strip():
        return source, []
    return Text(source.strip(), {language: words.strip()}), []


def _texts(source: Any, words: Any, language: str, path: str, line: int) -> tuple[Any, list[Problem]]:
    if not _are_texts(words):
        return source, [
            Problem(path, line, "translation-not-texts", "this is not a list of texts",
                    "a list as in the source file, as long as your language needs it: [one, another]",
                    "write such a list; put quotes around a text that looks like a number")
        ]  # fmt: skip
    if not isinstance(source, Texts):
        if not _are_texts(source):
            return source, []
        source = Texts(tuple(text.strip() for text in source), {})
    translated = tuple(word.strip() for word in words)
    return Texts(source.source, {**source.translations, language: translated}), []


def _own_texts(source: Any, words: Any, language: str, path: str, line: int) -> tuple[Any, list[Problem]]:
    """Texts that a language has of its own, whether the source has any or not."""
    if not isinstance(source, OwnTexts):
        if source is not None and not _are_texts(source):
            return source, []  # the source file's own problem
        source = OwnTexts(tuple(text.strip() for text in source or ()), {})
    joined, problems = _texts(source, words, language, path, line)
    return OwnTexts(joined.source, joined.translations), problems


def _are_texts(values: Any) -> bool:
    return isinstance(values, list) and bool(values) and all(isinstance(v, str) and v.strip() for v in values)


def _wordy(kind: type[BaseModel], data: LocatedDict) -> list[str]:
    """The keys of `data` that have words."""
    found = []
    for name, info in kind.model_fields.items():
        parts = parts_of(info.annotation)
        holds_words = Text in parts or Texts in parts or model_in(info.annotation) is not None
        if name not in FIXED and name in data and holds_words:
            found.append(name)
    return found


def _or_meant(key: str, known: list[Any], otherwise: str) -> str:
    near = get_close_matches(key, [one for one in known if isinstance(one, str)], n=1)
    return f"write `{near[0]}` if you meant that; else {otherwise}" if near else otherwise


def _shape(path: str, line: int, what: str) -> Problem:
    return Problem(
        path, line, "translation-shape", f"{what} does not hold `key: value` lines",
        "the same keys as in the source file; lists with ids become `id:` lines",
        "compare with another translated file",
    )  # fmt: skip

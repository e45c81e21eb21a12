"""The interface speaks each language fully: nothing missing, nothing doubtful, placeholders as in the source."""

import re
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest
from babel.messages import frontend
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from coursesite.model.programme import Language
from coursesite.pages.words import load_words
from coursesite.scaffolding.language import plural_forms

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "overrides" / "locales"
LANGUAGES = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())
FINISHED = {"sv", "nb", "sl", "pt", "it"}
"""Languages whose catalogues have to stay complete. One that was only begun need not; once it is done, add it here."""

_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%%")
_STRAY_PERCENT = re.compile(r"%(?!\(\w+\)[sd]|%)")

Key: TypeAlias = str | tuple[str, ...]


@cache
def used() -> dict[Key, str]:
    """Every message of templates and pages, with where it stands."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = frontend.parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]  # Babel forgot
    found = extract_from_dir(ROOT, methods, options)
    return {
        tuple(id) if isinstance(id, (list, tuple)) else id: f"{path}:{line}" for path, line, id, _, _ in found
    }


@cache
def catalogue(language: str) -> Catalog:
    with (LOCALES / language / "LC_MESSAGES" / "coursesite.po").open("rb") as file:
        return read_po(file, locale=_locale(language), abort_invalid=True)


def _locale(language: str) -> str:
    """What the catalogue says of itself, such as `pt_PT`."""
    head = (LOCALES / language / "LC_MESSAGES" / "coursesite.po").read_text(encoding="utf-8")
    match = re.search(r'^"Language: (\w+)\\n"$', head, re.MULTILINE)
    assert match, f"the catalogue of {language} does not name its language"
    return match[1]


def messages(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def wordings(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, (list, tuple)) else (message.string or "",)


def sources(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, (list, tuple)) else (message.id,)


def placeholders(text: str) -> list[str]:
    return sorted(_PLACEHOLDER.findall(text))


def test_messages_are_found_in_templates_and_in_code() -> None:
    places = {place.split("/", 1)[0] for place in used().values()}
    assert places == {"overrides", "coursesite"}


def test_there_are_catalogues() -> None:
    assert LANGUAGES


def test_template_holds_exactly_the_messages_in_use() -> None:
    with (LOCALES / "coursesite.pot").open("rb") as file:
        held = {tuple(m.id) if isinstance(m.id, (list, tuple)) else m.id for m in read_po(file) if m.id}
    assert held == set(used())


@pytest.mark.parametrize("language", sorted(FINISHED & set(LANGUAGES)))
class TestFinishedCatalogue:
    def test_translates_every_message(self, language: str) -> None:
        assert [m.id for m in messages(language) if not all(text.strip() for text in wordings(m))] == []

    def test_has_nothing_doubtful(self, language: str) -> None:
        assert [m.id for m in messages(language) if m.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
class TestCatalogue:
    def test_has_every_message_in_use_and_no_other(self, language: str) -> None:
        held = {tuple(m.id) if isinstance(m.id, (list, tuple)) else m.id for m in messages(language)}
        assert {key: place for key, place in used().items() if key not in held} == {}, "missing"
        assert held - set(used()) == set(), "no longer in use"
        assert not catalogue(language).obsolete

    def test_keeps_placeholders(self, language: str) -> None:
        for message in messages(language):
            expected = placeholders(sources(message)[-1])
            for text in filter(None, wordings(message)):
                assert placeholders(text) == expected, text
                assert not (expected and _STRAY_PERCENT.search(text)), text

    def test_has_the_plural_forms_of_its_language(self, language: str) -> None:
        forms = catalogue(language)
        assert f"nplurals={forms.num_plurals}; plural={forms.plural_expr};" == plural_forms(_locale(language))
        plurals = [m for m in messages(language) if m.pluralizable]
        assert [m.id for m in plurals if len(wordings(m)) != forms.num_plurals] == []

    def test_has_no_typewriter_quotes(self, language: str) -> None:
        assert [text for m in messages(language) for text in wordings(m) if "'" in text or '"' in text] == []

    def test_begins_and_ends_as_the_source_does(self, language: str) -> None:
        for message in messages(language):
            source = sources(message)[0]
            for text in filter(None, wordings(message)):
                assert text == text.strip(), text
                assert text.endswith((":", "…")) == source.endswith((":", "…")), text


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "1 srečanje"), (2, "2 srečanji"), (4, "4 srečanja"), (5, "5 srečanj"), (101, "101 srečanje")],
)
def test_slovenian_counts_one_two_few_and_many(number: int, expected: str) -> None:
    words = load_words(Language(code="sl", name="Slovenščina", locale="sl_SI"), LOCALES)
    assert words.ngettext("%(n)s session", "%(n)s sessions", number) % {"n": number} == expected

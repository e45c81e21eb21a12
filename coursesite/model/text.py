"""Words for readers, in the source language and in whatever others they have been translated into."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True)
class Wording:
    """A text in one language: what a page shows, and the language that it is really in (for `lang`)."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Text:
    """A translatable string. Authors write a plain string; translations arrive from neighbour files."""

    source: str
    translations: Mapping[str, str]

    def __str__(self) -> str:
        return self.source

    def in_language(self, language: str, source_language: str) -> Wording:
        """The text in `language`, or in the source language where no translation exists."""
        if language in self.translations:
            return Wording(self.translations[language], language)
        return Wording(self.source, source_language)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def read(value: Any) -> "Text":
            if isinstance(value, Text):
                return value
            if not isinstance(value, str):
                raise ValueError("a text is expected here")
            if not value.strip():
                raise ValueError("this text is empty")
            return Text(value.strip(), {})

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True)
class Texts:
    """Translatable strings that mean the same, such as accepted answers: each language has as many as it needs."""

    source: tuple[str, ...]
    translations: Mapping[str, tuple[str, ...]]

    def in_language(self, language: str, source_language: str) -> tuple[Wording, ...]:
        """The texts in `language`, or in the source language where no translation exists."""
        if language in self.translations:
            return tuple(Wording(text, language) for text in self.translations[language])
        return tuple(Wording(text, source_language) for text in self.source)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def read(value: Any) -> "Texts":
            if isinstance(value, cls):
                return value
            if not isinstance(value, list) or not value:
                raise ValueError("a list of texts is expected here, [one, another]")
            if not all(isinstance(text, str) and text.strip() for text in value):
                raise ValueError(
                    "every entry of this list is a text; put quotes around what looks like a number"
                )
            return cls(tuple(text.strip() for text in value), {})

        return core_schema.no_info_plain_validator_function(
            read,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda texts: list(texts.source)),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1}


@dataclass(frozen=True)
class OwnTexts(Texts):
    """Words that each language has of its own: none is another's translation, and a language may have none."""

    def of_language(self, language: str, source_language: str) -> tuple[str, ...]:
        """The language's own; those of the source language stand for no other."""
        return self.source if language == source_language else self.translations.get(language, ())


NO_TEXTS = OwnTexts((), {})

"""Words of the interface in one language: gettext catalogues; numbers and lists by CLDR (Babel)."""

import gettext
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup

from ..model.competency import Form
from ..model.module import Kind
from ..model.programme import Language
from ..model.toolkit import Effect

DOMAIN = "coursesite"


@dataclass(frozen=True)
class Words:
    """All that the interface says in one language."""

    language: str
    direction: str
    locale: Locale
    translations: gettext.NullTranslations

    def gettext(self, message: str) -> str:
        """The message in this language."""
        return self.translations.gettext(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The message in the form that the number asks for."""
        return self.translations.ngettext(one, many, number)

    @property
    def browser_locale(self) -> str:
        """What browsers write numbers and dates by: as the pages do, with the digits 0 to 9 in every language."""
        usual = "" if self.locale.default_numbering_system == "latn" else "-u-nu-latn"
        return str(self.locale).replace("_", "-") + usual

    def number(self, value: float) -> str:
        """A number as this language writes it."""
        return _decimal(value, self.locale)

    def percent(self, value: int) -> str:
        """Hundredths as this language writes them."""
        return format_percent(value / 100, locale=self.locale)

    def duration(self, minutes: int) -> str:
        """Minutes as hours and minutes, such as `2 h 30 min`.

        The units come from the catalogue: CLDR has wrong forms of them, such as `1 horas` and `2 ure`.
        """
        hours, rest = divmod(minutes, 60)
        parts = []
        if hours:
            parts.append(self.gettext("%(n)s h") % {"n": self.number(hours)})
        if rest or not hours:
            parts.append(self.gettext("%(n)s min") % {"n": self.number(rest)})
        return " ".join(parts)

    def date(self, day: str) -> str:
        """A day (ISO) as this language writes it in a sentence."""
        return format_date(date.fromisoformat(day), "long", locale=self.locale)

    def listing(self, parts: list[str]) -> str:
        """`a, b and c`."""
        return format_list(parts, locale=self.locale)

    def kind(self, kind: Kind) -> str:
        """A kind of activity."""
        return {
            "reading": self.gettext("Reading unit"),
            "lecture": self.gettext("Lecture"),
            "exercise": self.gettext("Exercise"),
            "discussion": self.gettext("Discussion"),
            "reflection": self.gettext("Reflection"),
            "homework": self.gettext("Homework"),
            "practice": self.gettext("Practice"),
            "supervision": self.gettext("Supervision"),
            "quiz": self.gettext("Quiz"),
            "survey": self.gettext("Survey"),
        }[kind]

    def form(self, form: Form) -> str:
        """A column of the European Qualifications Framework."""
        return {
            "knowledge": self.gettext("Knowledge"),
            "skill": self.gettext("Skills"),
            "responsibility": self.gettext("Responsibility and autonomy"),
        }[form]

    def effect(self, effect: Effect) -> str:
        """What a factor of the toolkit does."""
        return {
            "promoting": self.gettext("What helps"),
            "impeding": self.gettext("What hinders"),
        }[effect]


@lru_cache(maxsize=4096)
def _decimal(value: float, locale: Locale) -> str:
    """A course shows the same few numbers tens of thousands of times."""
    return format_decimal(value, locale=locale)


def load_words(language: Language, locales: Path, source: Language | None = None) -> Words:
    """The words of one language from `locales/<code>/LC_MESSAGES/coursesite.po`.

    What is missing there comes from the language without its country, if it is written in the same script (Latin
    Serbian never from Cyrillic), then from the course's `source` language, then from the code, which is English.
    """
    chain = [language.code, *wider(language.code)]
    translations = gettext.NullTranslations()
    if source and source.code not in chain:
        translations = _joined([source.code], locales, translations)
        if source.direction != language.direction:
            stranger = _Isolated()
            stranger.add_fallback(translations)
            translations = stranger
    translations = _joined(chain, locales, translations)
    return Words(language.code, language.direction, Locale.parse(language.locale), translations)


def _joined(codes: list[str], locales: Path, last: gettext.NullTranslations) -> gettext.NullTranslations:
    """The catalogues that exist, each falling back on the next, and all of them on the `last`."""
    for code in reversed(codes):
        catalogue = locales / code / "LC_MESSAGES" / f"{DOMAIN}.po"
        if catalogue.exists():
            narrower = _translations(catalogue, code)
            narrower.add_fallback(last)
            last = narrower
    return last


class _Isolated(gettext.NullTranslations):
    """Words that run against the text around them keep their full stops and numbers in place.

    Unicode's signs for that work in attributes too, where there are no elements. Single words do without them.
    """

    def gettext(self, message: str) -> str:
        return self._kept_together(super().gettext(message))

    def ngettext(self, one: str, many: str, number: int) -> str:
        return self._kept_together(super().ngettext(one, many, number))

    def _kept_together(self, text: str) -> str:
        return text if text.replace("-", "").isalpha() else f"\u2068{text}\u2069"


def wider(code: str) -> tuple[str, ...]:
    """Codes with fewer parts that mean the same language in the same script: `de` for `de-AT`, none for `sr-Latn`."""
    parts = code.split("-")
    shorter = ("-".join(parts[:length]) for length in range(len(parts) - 1, 0, -1))
    return tuple(one for one in shorter if _script(one) == _script(code))


def _script(code: str) -> str | None:
    """The script that a language is written in, as CLDR knows it."""
    locale = Locale.parse(code, sep="-")
    likely = get_global("likely_subtags")
    return (
        locale.script
        or Locale.parse(likely.get(str(locale)) or likely.get(locale.language) or code, sep="_").script
    )


def _translations(catalogue: Path, code: str) -> gettext.GNUTranslations:
    """What is translated in full, and beyond doubt."""
    with catalogue.open("rb") as file:
        messages = read_po(file, locale=code.replace("-", "_"))
    for message in list(messages):
        if message.id and not (message.string and all(message.string)):
            messages.delete(message.id)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def template_words(words: Words) -> dict[str, object]:
    """`page_direction`, and `_` and `ngettext` for templates: `_("%(n)s of %(all)s", n=3, all=8)`. Values are escaped."""

    def _(message: str, **values: object) -> str:
        return Markup(words.gettext(message)) % values  # noqa: S704 - messages are ours, values are escaped

    def ngettext(one: str, many: str, number: int, **values: object) -> str:
        return Markup(words.ngettext(one, many, number)) % {"num": number, **values}  # noqa: S704

    return {"_": _, "ngettext": ngettext, "page_direction": words.direction}

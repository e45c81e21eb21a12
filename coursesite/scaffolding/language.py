"""A language's beginnings: its entry in the programme, and the catalogue of the interface's words.

What a language is called, how it is written and how it counts is known to CLDR (through Babel).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from gettext import c2py
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.messages import frontend
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po, write_po
from babel.plural import to_gettext

from .refused import Refused

TEMPLATE = "overrides/locales/coursesite.pot"
"""All messages without translations, as translation tools want it."""

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""CLDR's plural forms, in the order in which catalogues have them."""

ENOUGH = 1000
"""Whole numbers up to here show every plural form that people meet."""

Key: TypeAlias = str | tuple[str, str]
"""A message, or its singular and plural."""


@dataclass(frozen=True)
class CatalogueText:
    """A catalogue as it should be, and how far it is."""

    text: str
    messages: int
    missing: int
    added: int
    dropped: int


def catalogue_path(code: str) -> str:
    """Where a language's catalogue lies, from the course's root."""
    return f"overrides/locales/{code}/LC_MESSAGES/coursesite.po"


def entry_of(code: str) -> str:
    """The line that adds a language to `languages` in the programme.

    Raises:
        Refused: CLDR knows no language by this code.
    """
    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        raise Refused(
            f"`{code}` is no code of a language that CLDR knows. Codes are such as `de`, `pt-BR` or `zh-Hant`."
        ) from None
    own = locale.get_display_name(locale) or code
    parts = [locale.language, locale.script, locale.territory or _country(locale)]
    direction = ", direction: rtl" if locale.text_direction == "rtl" else ""
    name = own[0].upper() + own[1:]
    quoted = f'"{name}"' if set(name) & set(",:#{}[]") else name
    return f"  - {{code: {code}, name: {quoted}, locale: {'_'.join(filter(None, parts))}{direction}}}"


def _country(locale: Locale) -> str | None:
    """Where most of those live who write so."""
    likely = get_global("likely_subtags")
    found = likely.get(str(locale)) or likely.get(locale.language)
    return Locale.parse(found).territory if found else None


def messages_in_use(root: Path, generator: Path) -> tuple[Key, ...]:
    """Every message of the generator's code and of the templates in `root`, sorted.

    `generator` is the folder with `coursesite/` and `babel.cfg`, which says where messages stand.
    """
    with (generator / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = frontend.parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]  # Babel forgot
    found: set[Key] = set()
    for place, top in ((generator.resolve(), "coursesite"), (root.resolve(), "overrides")):
        for _, _, id, _, _ in extract_from_dir(place, methods, options, directory_filter=_below(place / top)):
            found.add(id if isinstance(id, str) else (id[0], id[1]))
    return tuple(sorted(found, key=_first))


def _below(folder: Path) -> Callable[[str], bool]:
    return lambda path: Path(path).is_relative_to(folder)


def _first(key: Key) -> str:
    return key if isinstance(key, str) else key[0]


def template_text(keys: Iterable[Key]) -> str:
    """`coursesite.pot`."""
    template = Catalog()
    for key in keys:
        template.add(key)
    return _written(template)


def catalogue_text(keys: tuple[Key, ...], locale: str, before: str | None) -> CatalogueText:
    """A language's catalogue with just the messages in use. Translations are kept, and so is its head.

    `before` is the catalogue so far, or None where the language begins. A message that is gone is dropped.

    Raises:
        Refused: `before` is no catalogue that can be read.
    """
    old = _messages(before, locale) if before is not None else {}
    new = Catalog(locale=locale)
    for key in keys:
        if key in old:
            message = old[key]
            new.add(key, message.string, flags=message.flags & {"fuzzy"}, user_comments=message.user_comments)
        else:
            new.add(key)
    head, body = (before or "").split("\n\n", 1)[0], _written(new).lstrip()
    if 'msgid ""' not in head:
        head = _head(locale)
    return CatalogueText(
        text=f"{head}\n\n{body}",
        messages=len(keys),
        missing=sum(key not in old or not _is_done(old[key]) for key in keys),
        added=sum(key not in old for key in keys),
        dropped=sum(key not in keys for key in old),
    )


def _messages(text: str, locale: str) -> Mapping[Key, Message]:
    try:
        catalogue = read_po(BytesIO(text.encode()), locale=locale, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise Refused(f"it can't be read: {error}. Mend it, or take back the last change.") from error
    return {_key(message): message for message in catalogue if message.id}


def _key(message: Message) -> Key:
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def _is_done(message: Message) -> bool:
    strings = (message.string,) if isinstance(message.string, str) else message.string or ()
    return all(strings) and bool(strings) and not message.fuzzy


def _head(locale: str) -> str:
    name = Locale.parse(locale).get_display_name("en")
    return "\n".join(
        (
            f"# The interface in {name}: not yet reviewed by a person.",
            'msgid ""',
            'msgstr ""',
            f'"Language: {locale}\\n"',
            '"MIME-Version: 1.0\\n"',
            '"Content-Type: text/plain; charset=utf-8\\n"',
            '"Content-Transfer-Encoding: 8bit\\n"',
            f'"Plural-Forms: {plural_forms(locale)}\\n"',
        )
    )


def plural_forms(locale: str) -> str:
    """How a language counts, as catalogues say it: gettext's usual rule where it tells apart what CLDR does."""
    usual, cldr = get_plural(locale), Locale.parse(locale).plural_form
    form = c2py(usual.plural_expr)
    pairs = sorted({(form(number), CATEGORIES.index(cldr(number))) for number in range(ENOUGH)})
    in_order = all(one[0] < after[0] and one[1] < after[1] for one, after in pairwise(pairs))
    if in_order and len(pairs) == usual.num_plurals:
        return f"nplurals={usual.num_plurals}; plural={usual.plural_expr};"
    return to_gettext(cldr)


def _written(catalogue: Catalog) -> str:
    """One line a message, so that lines added by two people merge."""
    written = BytesIO()
    write_po(written, catalogue, width=0, no_location=True, omit_header=True)
    return written.getvalue().decode()

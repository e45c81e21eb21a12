"""A catalogue of the interface's words → `Cut`: gettext's template is the source, a language's PO file the translation.

A message is a segment. Its key is made of its own words, since gettext knows no other name for it: another
text is another message. Plural forms are one segment, a form on each line: the source has two, and a
language as many as its header says.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from .segments import Cut, Segment, Sort

_FIELD = re.compile(r"[^\S\n]*(msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]{1,3}\])?)[^\S\n]*(?=\")")
_STRING = re.compile(r'[^\S\n]*"((?:[^"\\\n]|\\[^\n])*)"[^\S\n]*(?:\n|\Z)')
_FUZZY = re.compile(r"#,(?:.*,)?[^\S\n]*fuzzy\b")
_FORMS = re.compile(r"nplurals\s*=\s*([0-9]{1,2})")
_ESCAPE = re.compile(r"\\(.)")
_NAMES = re.compile(r"[^\W_]+")

_SIGNS = {"n": "\n", "t": "\t", "r": "\r"}

MOST_WORDS, DIGITS = 5, 6
"""Of a key."""


@dataclass(frozen=True)
class _Field:
    """One string of a message: from its first quotation mark to behind its last."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class _Message:
    """A message with the places of its strings; `begin` is where its comments or its first string begin."""

    fields: dict[str, _Field]
    begin: int
    fuzzy: bool

    @property
    def id(self) -> str:
        return self.fields["msgid"].text

    @property
    def plural(self) -> bool:
        return "msgid_plural" in self.fields

    @property
    def strings(self) -> tuple[_Field, ...]:
        """Its translations, in the order of its plural forms."""
        return tuple(field for name, field in self.fields.items() if name.startswith("msgstr"))

    @property
    def sort(self) -> Sort:
        return "forms" if self.plural else "words"

    @property
    def key(self) -> str:
        """Some of its words, for people, and a fingerprint of all, so that no two are the same."""
        context = self.fields.get("msgctxt")
        whole = f"{context.text if context else ''}\x04{self.id}"
        words = [word.lower() for word in _NAMES.findall(self.id) if word.isascii()][:MOST_WORDS]
        return "-".join((*words, sha256(whole.encode("utf-8", "surrogateescape")).hexdigest()[:DIGITS]))


def cut_template(text: str) -> Cut:
    """The template in segments."""
    return Cut(text, _segments(text, [(one, _source(one)) for one in _messages(text)]))


def cut_catalogue(text: str) -> Cut:
    """A language's catalogue in segments: what is translated. What is marked as fuzzy is shown to nobody."""
    forms = plural_forms(text)
    done = [
        (one, one.strings)
        for one in _messages(text)
        if not one.fuzzy and _is_whole(one, forms) and all(field.text.strip() for field in one.strings)
    ]
    return Cut(text, _segments(text, done))


def plural_forms(text: str) -> int:
    """How many plural forms the catalogue's header says that its language has; two where it says nothing."""
    header = next((one for one in _messages(text) if not one.id), None)
    found = _FORMS.search(header.strings[0].text) if header and header.strings else None
    return int(found[1]) if found else 2


def _is_whole(message: _Message, forms: int) -> bool:
    names = [name for name in message.fields if name.startswith("msgstr")]
    return names == ([f"msgstr[{n}]" for n in range(forms)] if message.plural else ["msgstr"])


def _source(message: _Message) -> tuple[_Field, ...]:
    return tuple(message.fields[name] for name in ("msgid", "msgid_plural") if name in message.fields)


def _segments(text: str, found: list[tuple[_Message, tuple[_Field, ...]]]) -> tuple[Segment, ...]:
    segments: dict[str, Segment] = {}
    for message, fields in found:
        if not message.id.strip() or message.key in segments:
            continue
        words = "\n".join(_on_a_line(one.text) for one in fields) if message.plural else fields[0].text
        start, end = fields[0].start, fields[-1].end
        line = text.count("\n", 0, start) + 1
        segments[message.key] = Segment(message.key, message.sort, words, start, end, line)
    return tuple(sorted(segments.values(), key=lambda one: one.start))


def _on_a_line(form: str) -> str:
    return form.replace("\\", "\\\\").replace("\n", "\\n")


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: _SIGNS.get(match[1], match[1]), text)


def _messages(text: str) -> Iterator[_Message]:
    """All messages with an id, whatever else the text holds."""
    fields: dict[str, _Field] = {}
    begin, fuzzy = 0, False
    comments: list[tuple[int, bool]] = []
    for kind, start, field in _parts(text):
        if field is None:
            comments.append((start, kind == "fuzzy"))
            continue
        if kind == "msgctxt" or (kind == "msgid" and set(fields) - {"msgctxt"}):
            if "msgid" in fields:
                yield _Message(fields, begin, fuzzy)
            fields = {}
        if not fields:
            begin = comments[0][0] if comments else start
            fuzzy = any(is_fuzzy for _, is_fuzzy in comments)
        comments = []
        fields.setdefault(kind, field)
    if "msgid" in fields:
        yield _Message(fields, begin, fuzzy)


def _parts(text: str) -> Iterator[tuple[str, int, _Field | None]]:
    """Strings by the word before them, and comments, `fuzzy` or not; with the places where their lines begin."""
    at = 0
    while at < len(text):
        if (name := _FIELD.match(text, at)) and (field := _field(text, name.end())):
            yield name[1], at, field
            at = _line_end(text, field.end)
            continue
        end = _line_end(text, at)
        line = text[at:end]
        if line.startswith("#") and not line.startswith("#~"):
            yield ("fuzzy" if _FUZZY.match(line) else "comment"), at, None
        at = end


def _field(text: str, start: int) -> _Field | None:
    """The strings that follow each other from here on, as one."""
    words: list[str] = []
    end = start
    while string := _STRING.match(text, end):
        words.append(string[1])
        end = string.end()
    if not words:
        return None
    return _Field(_unescaped("".join(words)), start, start + len(text[start:end].rstrip()))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def quoted(text: str) -> str:
    """A text as a PO file writes it, on one line."""
    return json.dumps(text, ensure_ascii=False)


def written_message(words: str, sort: Sort, end: str = "\n") -> str:
    """A translation as it stands in a catalogue, from behind the first `msgstr` on."""
    if sort != "forms":
        return quoted(words)
    first, *others = (quoted(_unescaped(line)) for line in words.split("\n"))
    return end.join([first, *(f"msgstr[{n}] {form}" for n, form in enumerate(others, start=1))])


def with_message(text: str, template: str, key: str, words: str) -> str | None:
    """The catalogue with a message that it has not translated yet; None where the template has no such message."""
    end = "\r\n" if "\r\n" in text else "\n"
    wanted = next((one for one in _messages(template) if one.key == key), None)
    if wanted is None:
        return None
    own = next((one for one in _messages(text) if one.key == key), None)
    translation = f"msgstr{'[0]' if wanted.plural else ''} {written_message(words, wanted.sort, end)}"
    if own is None:
        names = (name for name in ("msgctxt", "msgid", "msgid_plural") if name in wanted.fields)
        lines = [*(f"{name} {quoted(wanted.fields[name].text)}" for name in names), translation]
        return text.rstrip() + 2 * end + end.join(lines) + end
    source = _source(own)[-1]
    last = own.strings[-1].end if own.strings else source.end
    flags = re.sub(
        r"^#,[^\S\n]*fuzzy[^\S\n]*\r?\n|,[^\S\n]*fuzzy\b",
        "",
        text[own.begin : source.end],
        flags=re.MULTILINE,
    )
    return text[: own.begin] + flags + end + translation + text[last:]

"""YAML is read as YAML 1.2, and every mapping knows its lines."""

from typing import Any

import pytest

from coursesite.model.entity import LocatedDict
from coursesite.reading.yaml_file import parse_yaml


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("off", "off"), ("No", "No"), ("y", "y"), ("N", "N"),
        ("2:30", "2:30"), ("2:30:00", "2:30:00"), ("2024-05-01", "2024-05-01"), ("1_000", "1_000"),
        ("0b11", "0b11"), ("0x1F", "0x1F"), ("0o17", "0o17"), ("017", 17), ("1,5", "1,5"), ("1.5.2024", "1.5.2024"),
        ("true", True), ("True", True), ("TRUE", True), ("tRUE", "tRUE"), ("false", False),
        ("null", None), ("Null", None), ("~", None), ("", None), ("none", "none"), ("nil", "nil"),
        ("12", 12), ("+12", 12), ("-12", -12), ("- 12", [12]), ("12 ", 12),
        ("1.5", 1.5), (".5", 0.5), ("5.", 5.0), ("1e3", 1000.0), ("-1.5E-2", -0.015),
        (".inf", ".inf"), (".nan", ".nan"), ("1e999", "1e999"), ("9" * 400 + ".0", "9" * 400 + ".0"),
        ("999999999999999999", 999999999999999999), ("=", "="), ("<<", "<<"),
        ('"12"', "12"), ("'true'", "true"), ('""', ""), ("''", ""), ('"a\\tb"', "a\tb"), ("'it''s'", "it's"),
        ("two\n  lines", "two lines"), ("|\n  two\n  lines\n", "two\nlines\n"), (">-\n  two\n  lines\n", "two lines"),
        ("a # b", "a"), ("a#b", "a#b"), ("http://a.b:80/c", "http://a.b:80/c"),
        ("[a, 1, no]", ["a", 1, "no"]), ("[a, ]", ["a"]), ("{a: 1, b: no}", {"a": 1, "b": "no"}),
        ("{a: , b: 1}", {"a": None, "b": 1}), ('{"a":1}', {"a": 1}),
    ],
)  # fmt: skip
def test_values(written: str, value: Any) -> None:
    data = parse_yaml(
        f"key: {written}\n" if not written.startswith("- ") else f"key:\n  {written}\n", "x.yml"
    )
    assert data == {"key": value}
    assert type(data["key"]) in {type(value), LocatedDict}


def test_keys_are_always_text() -> None:
    assert list(parse_yaml("1: a\nno: b\n1.5: c\n~: d\n", "x.yml")) == ["1", "no", "1.5", "~"]


def test_a_key_named_like_a_merge_merges_nothing() -> None:
    assert parse_yaml("<<: {a: 1}\nb: 2\n", "x.yml") == {"<<": {"a": 1}, "b": 2}


def test_every_mapping_knows_its_lines() -> None:
    data = parse_yaml(
        "# a comment\n\nfirst: 1\n\nsecond:\n  - a: 1\n    b: |\n      text\n      text\n    c: 3\n  - {d: 4,\n     e: 5}\n",
        "modules/x.yml",
        first_line=10,
    )
    assert (data.place.path, data.place.line, data.place.lines) == (
        "modules/x.yml",
        12,
        {"first": 12, "second": 14},
    )
    one, two = data["second"]
    assert (one.place.line, one.place.lines) == (15, {"a": 15, "b": 16, "c": 19})
    assert (two.place.line, two.place.lines) == (20, {"d": 20, "e": 21})
    assert data.place.line_of("missing") == 12


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "~\n", "null\n"])
def test_nothing_is_none(text: str) -> None:
    assert parse_yaml(text, "x.yml") is None

"""Words that several checks use when they report."""

from collections.abc import Iterable
from difflib import get_close_matches


def in_hours(minutes: int) -> str:
    """A duration to the minute: `12 h 30 min`, `12 h`, `45 min`."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return f"{hours} h"
    return f"{hours} h {rest} min" if hours else f"{rest} min"


def to_minutes(hours: float) -> int:
    """Hours as authors write them, in whole minutes: quarters of an hour are their finest step."""
    return round(hours * 60)


def difference(actual: int, expected: int) -> str:
    """How far a sum of minutes is off: `20 min too much` or `1 h too little`."""
    return f"{in_hours(abs(actual - expected))} too {'much' if actual > expected else 'little'}"


def listed(names: Iterable[str]) -> str:
    """Names in backticks, with commas between them; `none` where there are none."""
    return ", ".join(f"`{name}`" for name in names) or "none"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like `name`, if any is."""
    return next(iter(get_close_matches(name, list(known), n=1)), None)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A question to put behind what is expected; empty where nothing known is like `name`."""
    near = nearest(name, known)
    return f" (did you mean `{near}`?)" if near else ""

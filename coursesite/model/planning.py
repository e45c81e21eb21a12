"""A course's meetings put into sessions and dates. The same algorithm, step by step, stands in
`overrides/assets/trainer/planning.js`; both are held to `tests/cases/planning.json` and to each other.

**Cutting.** The activities of a setting are cut into sessions. None is split and their order stays, so the sum
never changes. No session is longer than the wished length and what it may run over. Among all such cuts the best
has the least sum of squared distances (minutes) from the wished length; then the fewest sessions; then the fewest
cuts inside a module; then the longer sessions first. It is found from the end by dynamic programming: the best cut
of activities `i…` is a first session `i…j-1` and the best cut of `j…`, since all that is compared adds up.

**Breaks.** They come on top and lie between activities. Up to 30 minutes are one break, up to 59 two, more three,
and never more than there are gaps between activities. n breaks lie as near as they can (least sum of distances) to
where they would part the work into n + 1 equal parts. Of three, the middle one is the long one. A session of one
activity has no gap: its breaks go where the activity's own steps allow, and only the session's end counts them.

**Blocks** (days in a row) lie on the dates that are given. One without a date comes as early as it can: after the
meetings of all modules before its first one, and after all that its modules put before its activities; it begins on
the next Monday that leaves its days free. Sessions never fall on a block's days.

**Dates.** A session takes the next day that is one of the weekdays, in every n-th week counted from the week of the
start, and neither skipped nor in a block.

**Own-time work.** It is given out after the session or block of the last activity before it that its module has in
one, and due at the first later one that has an activity standing behind it. Where all of those come earlier (since
the trainer's dates or the block ask for it), it is due at the earliest of them and given out one event before. Where
nothing stands behind it, it is due at the next event; after the last one, `CLOSING` days later. For a module that
never meets, all modules count as its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate, combinations, pairwise
from typing import Literal

CLOSING = 14
"""Days from the last event until what is given out then is due."""

HORIZON = 3660
"""Days after the start in which sessions must find their place."""

MEETINGS = "meetings"
OWN_TIME = "own-time"

Code = Literal["no-weekday", "bad-weeks", "bad-length", "too-long", "past-midnight", "overlap", "no-day"]


@dataclass(frozen=True)
class Work:
    """An activity as the planner sees it."""

    id: str
    module: str
    minutes: int
    held: str
    """`meetings`, `own-time`, or the id of the block that holds it."""
    after: str | None = None
    """In meetings: the activity that it follows, where that is not the one before it in the programme."""


@dataclass(frozen=True)
class Days:
    """A block: days in a row, each with so many minutes of work."""

    id: str
    days: int
    minutes: int


@dataclass(frozen=True)
class Wish:
    """What a trainer asks for. Without a start the plan has no dates."""

    minutes: int
    """Of a session, without breaks."""
    over: int = 0
    """How many minutes longer a session may be."""
    breaks: int = 0
    """Minutes of breaks on top of each session."""
    time: int = 0
    """When sessions begin, in minutes after midnight."""
    start: date | None = None
    weekdays: tuple[int, ...] = ()
    """ISO: Monday is 1."""
    every: int = 1
    """Meetings are in every n-th week."""
    skip: tuple[tuple[date, date], ...] = ()
    """First and last days of holidays."""
    blocks: Mapping[str, date] = field(default_factory=dict)
    """The first day of blocks whose date is known."""


@dataclass(frozen=True)
class Line:
    """A part of a session: `at` minutes from its beginning, an activity, or a break where `work` is None."""

    at: int
    minutes: int
    work: str | None


@dataclass(frozen=True)
class Event:
    """A session (`number` from 1) or a block (`number` is 0), with the activities of each of its days."""

    id: str
    number: int
    first: date | None
    last: date | None
    days: tuple[tuple[str, ...], ...]
    minutes: int
    """Of work."""
    lines: tuple[Line, ...] = ()
    """Of a session."""
    length: int = 0
    """Of a session with its breaks."""

    @property
    def works(self) -> tuple[str, ...]:
        """All its activities, in order."""
        return tuple(id for day in self.days for id in day)


@dataclass(frozen=True)
class Task:
    """Own-time work: the events after which it is given out and at which it is due (None: before the first, after the last)."""

    work: str
    after: str | None
    before: str | None
    given: date | None
    due: date | None


@dataclass(frozen=True)
class Early:
    """Activities of a module come before an event that the module puts first."""

    module: str
    event: str


@dataclass(frozen=True)
class Obstacle:
    """Why there is no plan. `about` is an activity or a block."""

    code: Code
    about: str = ""
    minutes: int = 0


@dataclass(frozen=True)
class Plan:
    """Events in time, own-time work in the programme's order, and what comes earlier than written."""

    events: tuple[Event, ...]
    tasks: tuple[Task, ...]
    early: tuple[Early, ...]


def plan(works: Sequence[Work], blocks: Sequence[Days], wish: Wish) -> Plan | tuple[Obstacle, ...]:
    """The plan for activities in the programme's order, or all that stands in its way."""
    meetings = meeting_order(works)
    if obstacles := tuple(_obstacles(meetings, blocks, wish)):
        return obstacles
    cuts = cut(meetings, wish.minutes, wish.over)
    sessions = [meetings[a:b] for a, b in pairwise(cuts)]
    gaps = {block.id: _gap(block, works, sessions) for block in blocks}
    events = _events(works, blocks, sessions, gaps, wish)
    if events is None:
        return (Obstacle("no-day"),)
    return Plan(tuple(events), tuple(_tasks(works, events)), tuple(_early(works, events)))


def meeting_order(works: Sequence[Work]) -> list[Work]:
    """The activities of meetings in the programme's order, those with `after` behind the one that they follow.

    Where a national edition leaves that one out, they keep their own place.
    """
    held = [work for work in works if work.held == MEETINGS]
    leaders = {work.id for work in held if work.after is None}
    ordered: list[Work] = []
    for work in held:
        if work.after not in leaders:
            ordered.append(work)
            ordered.extend(later for later in held if later.after == work.id)
    return ordered


def cut(works: Sequence[Work], minutes: int, over: int = 0) -> list[int]:
    """Where sessions begin and the last ends, as indices of activities: `[0, 3, 7]` are two sessions.

    An activity that is longer than `minutes + over` is a session of its own.
    """
    sums = [0, *accumulate(work.minutes for work in works)]
    count = len(works)
    best: list[tuple[int, int, int]] = [(0, 0, 0)] * (count + 1)
    following = [count] * (count + 1)
    for i in range(count - 1, -1, -1):
        found: tuple[int, int, int] | None = None
        for j in range(i + 1, count + 1):
            length = sums[j] - sums[i]
            if length > minutes + over and j > i + 1:
                break
            inside = j < count and works[j].module == works[j - 1].module
            squares, sessions, cuts = best[j]
            cost = (squares + (length - minutes) ** 2, sessions + 1, cuts + inside)
            if found is None or cost <= found:
                found, following[i] = cost, j
        assert found is not None
        best[i] = found
    cuts_at = [0]
    while cuts_at[-1] < count:
        cuts_at.append(following[cuts_at[-1]])
    return cuts_at


def breaks_of(minutes: Sequence[int], total: int) -> list[int]:
    """The minutes of the break after each activity but the last; `total` in all, or none where there is no gap."""
    ends = list(accumulate(minutes))
    work, gaps = ends[-1], ends[:-1]
    wanted = 0 if total == 0 else 1 if total <= 30 else 2 if total < 60 else 3
    number = min(wanted, len(gaps))
    if number == 0:
        return [0] * len(gaps)
    chosen = min(
        combinations(range(len(gaps)), number),
        key=lambda places: sum(abs(gaps[p] * (number + 1) - k * work) for k, p in enumerate(places, start=1)),
    )
    short = total // 30 * 5
    sizes = {1: [total], 2: [total // 2, total - total // 2], 3: [short, total - 2 * short, short]}[number]
    found = [0] * len(gaps)
    for place, size in zip(chosen, sizes, strict=True):
        found[place] = size
    return found


def _obstacles(meetings: Sequence[Work], blocks: Sequence[Days], wish: Wish) -> Iterator[Obstacle]:
    if wish.minutes < 1 or wish.over < 0 or wish.breaks < 0:
        yield Obstacle("bad-length")
    for work in meetings:
        if work.minutes > wish.minutes + wish.over:
            yield Obstacle("too-long", work.id, work.minutes)
    if wish.time + wish.minutes + wish.over + wish.breaks > 24 * 60:
        yield Obstacle("past-midnight")
    if wish.start is None:
        return
    if not wish.weekdays:
        yield Obstacle("no-weekday")
    if wish.every < 1:
        yield Obstacle("bad-weeks")
    yield from _overlaps([(wish.blocks[block.id], block) for block in blocks if block.id in wish.blocks])


def _overlaps(given: Sequence[tuple[date, Days]]) -> Iterator[Obstacle]:
    for number, (first, block) in enumerate(given):
        for other, earlier in given[:number]:
            if first < other + timedelta(earlier.days) and other < first + timedelta(block.days):
                yield Obstacle("overlap", block.id)


def prepared_for(block: str, works: Sequence[Work]) -> frozenset[str]:
    """The activities of meetings that come before a block: of earlier modules, and what its modules put first."""
    modules = list(dict.fromkeys(work.module for work in works))
    first = min((modules.index(work.module) for work in works if work.held == block), default=0)
    last = {work.module: place for place, work in enumerate(works) if work.held == block}
    return frozenset(
        work.id
        for place, work in enumerate(works)
        if work.held == MEETINGS and (modules.index(work.module) < first or place < last.get(work.module, -1))
    )


def _gap(block: Days, works: Sequence[Work], sessions: Sequence[Sequence[Work]]) -> int:
    """How many sessions come before a block that has no date."""
    before = prepared_for(block.id, works)
    return max(
        (n for n, session in enumerate(sessions, start=1) if any(w.id in before for w in session)), default=0
    )


def _events(
    works: Sequence[Work],
    blocks: Sequence[Days],
    sessions: Sequence[Sequence[Work]],
    gaps: Mapping[str, int],
    wish: Wish,
) -> list[Event] | None:
    """Sessions and blocks in time; None where days run out."""
    dates = _Calendar(blocks, wish)
    events: list[Event] = []
    for number in range(len(sessions) + 1):
        if number:
            day = dates.next_session()
            if wish.start and day is None:
                return None
            events.append(_session(number, sessions[number - 1], day, wish))
        for block in blocks:
            if block.id not in dates.given and gaps[block.id] == number:
                day = dates.next_block(block)
                if wish.start and day is None:
                    return None
                events.append(_block(block, works, day))
    events.extend(_block(block, works, dates.given[block.id]) for block in blocks if block.id in dates.given)
    if wish.start:
        events.sort(key=lambda event: event.first or date.min)
    return events


class _Calendar:
    """Days that are still free, one after the other."""

    def __init__(self, blocks: Sequence[Days], wish: Wish) -> None:
        self.wish = wish
        self.given = (
            {block.id: wish.blocks[block.id] for block in blocks if block.id in wish.blocks}
            if wish.start
            else {}
        )
        self.taken = [
            (self.given[block.id], self.given[block.id] + timedelta(block.days - 1))
            for block in blocks
            if block.id in self.given
        ] + list(wish.skip)
        self.after = wish.start - timedelta(1) if wish.start else None

    def next_session(self) -> date | None:
        """The next day for a session."""
        start = self.wish.start
        if start is None:
            return None
        monday = start - timedelta(start.isoweekday() - 1)
        for day in self._days():
            right_week = (day - monday).days // 7 % self.wish.every == 0
            if right_week and day.isoweekday() in self.wish.weekdays and self._free(day, 1):
                self.after = day
                return day
        return None

    def next_block(self, block: Days) -> date | None:
        """The next Monday with free days for a block."""
        for day in self._days():
            if day.isoweekday() == 1 and self._free(day, block.days):
                self.after = day + timedelta(block.days - 1)
                return day
        return None

    def _days(self) -> Iterator[date]:
        if self.after is not None and self.wish.start is not None:
            day, end = self.after + timedelta(1), self.wish.start + timedelta(HORIZON)
            while day <= end:
                yield day
                day += timedelta(1)

    def _free(self, first: date, days: int) -> bool:
        last = first + timedelta(days - 1)
        return not any(begin <= last and first <= end for begin, end in self.taken)


def _session(number: int, works: Sequence[Work], day: date | None, wish: Wish) -> Event:
    lines: list[Line] = []
    at = 0
    for work, pause in zip(works, [*breaks_of([w.minutes for w in works], wish.breaks), 0], strict=True):
        lines.append(Line(at, work.minutes, work.id))
        at += work.minutes
        if pause:
            lines.append(Line(at, pause, None))
            at += pause
    minutes = sum(work.minutes for work in works)
    ids = tuple(work.id for work in works)
    return Event(f"session-{number}", number, day, day, (ids,), minutes, tuple(lines), minutes + wish.breaks)


def _block(block: Days, works: Sequence[Work], first: date | None) -> Event:
    held = [work for work in works if work.held == block.id]
    days = tuple(tuple(work.id for work in held[a:b]) for a, b in pairwise(cut(held, block.minutes)))
    last = first + timedelta(block.days - 1) if first else None
    return Event(block.id, 0, first, last, days, sum(work.minutes for work in held))


def _tasks(works: Sequence[Work], events: Sequence[Event]) -> Iterator[Task]:
    """Own-time work between events."""
    place_of = {id: place for place, event in enumerate(events) for id in event.works}
    for index, work in enumerate(works):
        if work.held != OWN_TIME:
            continue
        met = [(n, w) for n, w in enumerate(works) if w.id in place_of]
        same = [(n, place_of[w.id]) for n, w in met if w.module == work.module]
        same = same or [(n, place_of[w.id]) for n, w in met]
        before = [place for n, place in same if n < index]
        behind = [place for n, place in same if n > index]
        given = before[-1] if before else None
        later = [place for place in behind if given is None or place > given]
        if later:
            due = min(later)
        elif behind:
            due, given = min(behind), None
        else:
            due = 0 if given is None else given + 1
        if given is None:
            given = due - 1
        yield _task(work.id, events, given, due)


def _task(id: str, events: Sequence[Event], given: int, due: int) -> Task:
    """Work given out after the event in one place and due at the one in another; either may lie outside."""
    first = events[given] if given >= 0 else None
    then = events[due] if due < len(events) else None
    last = events[-1].last if events else None
    closing = last + timedelta(CLOSING) if last else None
    return Task(
        id,
        first.id if first else None,
        then.id if then else None,
        first.last if first else None,
        then.first if then else closing,
    )


def _early(works: Sequence[Work], events: Sequence[Event]) -> Iterator[Early]:
    """Where the plan turns a module's order round."""
    place_of = {id: place for place, event in enumerate(events) for id in event.works}
    for module in dict.fromkeys(work.module for work in works):
        places = [place_of[work.id] for work in works if work.module == module and work.id in place_of]
        turned = {a for n, a in enumerate(places) if any(b < a for b in places[n + 1 :])}
        yield from (Early(module, events[place].id) for place in sorted(turned))

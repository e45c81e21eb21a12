"""Meetings are planned here and in browsers by the same rules: both read tests/cases/planning.json, and cases made up anew."""

import json
import os
import random
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursesite.model.planning import (
    MEETINGS,
    OWN_TIME,
    Days,
    Event,
    Plan,
    Wish,
    Work,
    breaks_of,
    cut,
    meeting_order,
    plan,
)
from tests.browser_modules.test_in_node import HERE, NODE

ROOT = Path(__file__).parents[2]
CASES = json.loads((ROOT / "tests" / "cases" / "planning.json").read_text(encoding="utf-8"))


def planned(case: dict[str, Any]) -> dict[str, Any]:
    """What Python makes of a case, as JSON."""
    wish = {**case["wish"]}
    wish["start"] = date.fromisoformat(wish["start"]) if wish.get("start") else None
    wish["skip"] = tuple((date.fromisoformat(a), date.fromisoformat(b)) for a, b in wish.get("skip", ()))
    wish["blocks"] = {id: date.fromisoformat(day) for id, day in wish.get("blocks", {}).items()}
    works = [Work(**work) for work in case["works"]]
    found = plan(works, [Days(**block) for block in case["blocks"]], Wish(**wish))
    data = asdict(found) if isinstance(found, Plan) else {"obstacles": [asdict(one) for one in found]}
    return dict(json.loads(json.dumps(data, default=str)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_plan(case: dict[str, Any]) -> None:
    assert planned(case) == case["expected"]


def test_browsers_plan_the_same(tmp_path: Path) -> None:
    """Two hundred courses and wishes that nobody thought of."""
    chance = random.Random(6)  # noqa: S311 - the same in every run
    cases = [made_up(chance, f"made up {number}") for number in range(200)]
    plans = [{**case, "expected": planned(case)} for case in cases]
    assert sum("events" in case["expected"] for case in plans) > 120
    assert sum("obstacles" in case["expected"] for case in plans) > 10
    file = tmp_path / "cases.json"
    file.write_text(json.dumps(plans), encoding="utf-8")
    command = [str(NODE), "--test", "--test-reporter=tap", str(HERE / "planning.test.js")]
    run = subprocess.run(
        command, env={**os.environ, "CASES": str(file)}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout[-3000:]
    assert "# pass 200" in run.stdout


def made_up(chance: random.Random, name: str) -> dict[str, Any]:
    """A course of up to five modules and a wish; some can't be fulfilled."""
    blocks = [
        {"id": f"block-{n}", "days": chance.randint(1, 6), "minutes": 400}
        for n in range(chance.randint(0, 2))
    ]
    works: list[dict[str, Any]] = []
    for module in range(chance.randint(1, 5)):
        held = [MEETINGS, MEETINGS, OWN_TIME, *(block["id"] for block in blocks)]
        for number in range(chance.randint(1, 7)):
            where = chance.choice(held)
            work = {
                "id": f"a{module}-{number}",
                "module": f"m{module}",
                "minutes": 15 * chance.randint(1, 8),
                "held": where,
            }
            leaders = [w["id"] for w in works if w["held"] == MEETINGS and "after" not in w]
            if where == MEETINGS and leaders and chance.random() < 0.15:
                work["after"] = chance.choice(leaders)
            works.append(work)
    start = date(2026, 12, 1) + timedelta(chance.randint(0, 60))
    wish: dict[str, Any] = {
        "minutes": chance.choice([60, 120, 150, 240, 360]), "over": chance.choice([0, 15, 60]),
        "breaks": chance.choice([0, 15, 20, 45, 60]), "time": 30 * chance.randint(14, 20),
    }  # fmt: skip
    if chance.random() < 0.9:
        wish |= {
            "start": str(start), "weekdays": sorted(chance.sample(range(1, 8), chance.randint(0, 3) or 1)),
            "every": chance.randint(1, 4),
            "skip": [[str(first), str(first + timedelta(chance.randint(0, 20)))]
                     for first in (start + timedelta(chance.randint(0, 200)) for _ in range(chance.randint(0, 3)))],
            "blocks": {block["id"]: str(start + timedelta(chance.randint(-5, 200)))
                       for block in blocks if chance.random() < 0.4},
        }  # fmt: skip
    return {"name": name, "works": works, "blocks": blocks, "wish": wish}


LENGTHS = st.lists(st.sampled_from([15, 30, 45, 60, 75, 90, 120]), min_size=1, max_size=9)


@settings(max_examples=60, deadline=None)
@given(LENGTHS, st.sampled_from([120, 150, 240]), st.sampled_from([0, 30]))
def test_no_cut_is_better(lengths: list[int], minutes: int, over: int) -> None:
    """Held against all cuts there are."""
    works = [Work(f"a{n}", f"m{n // 3}", length, MEETINGS) for n, length in enumerate(lengths)]

    def cost(cuts: Sequence[int]) -> tuple[int, int, int, list[int]]:
        sums = [sum(lengths[a:b]) for a, b in pairwise(cuts)]
        inside = sum(n % 3 != 0 for n in cuts[1:-1])
        return sum((s - minutes) ** 2 for s in sums), len(sums), inside, [-n for n in cuts]

    found = cut(works, minutes, over)
    assert cost(found) == min(cost(cuts) for cuts in all_cuts(lengths, minutes + over))


def all_cuts(lengths: Sequence[int], longest: int) -> Iterator[list[int]]:
    for chosen in range(2 ** (len(lengths) - 1)):
        cuts = [0, *(n for n in range(1, len(lengths)) if chosen >> n - 1 & 1), len(lengths)]
        if all(sum(lengths[a:b]) <= longest for a, b in pairwise(cuts)):
            yield cuts


@settings(max_examples=60, deadline=None)
@given(LENGTHS, st.sampled_from([0, 10, 20, 45, 60, 90]))
def test_breaks_keep_their_sum(lengths: list[int], total: int) -> None:
    found = breaks_of(lengths, total)
    assert len(found) == len(lengths) - 1
    assert sum(found) == (total if len(lengths) > 1 else 0)


@pytest.mark.parametrize("seed", range(15))
def test_a_plan_keeps_every_activity_and_never_meets_twice_a_day(seed: int) -> None:
    case = made_up(random.Random(seed), "")  # noqa: S311 - the same in every run
    found = planned(case)
    if "obstacles" in found:
        return
    works = [Work(**work) for work in case["works"]]
    sessions = sorted((e for e in found["events"] if e["number"]), key=lambda e: int(e["number"]))
    assert [id for e in sessions for day in e["days"] for id in day] == [w.id for w in meeting_order(works)]
    assert sum(e["minutes"] for e in found["events"]) == sum(w.minutes for w in works if w.held != OWN_TIME)
    assert [t["work"] for t in found["tasks"]] == [w.id for w in works if w.held == OWN_TIME]
    for before, after in pairwise(found["events"]):
        assert before["last"] is None or before["last"] < after["first"]
    for session in sessions:
        if session["first"]:
            day = date.fromisoformat(session["first"])
            assert day.isoweekday() in case["wish"]["weekdays"]
            assert not any(a <= session["first"] <= b for a, b in case["wish"]["skip"])
    for task in found["tasks"]:
        assert not task["given"] or not task["due"] or task["given"] <= task["due"]


def test_an_event_knows_its_activities() -> None:
    event = Event("week", 0, None, None, (("a", "b"), ("c",)), 90)
    assert event.works == ("a", "b", "c")

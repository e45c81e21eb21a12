"""Reading times that trainees can keep to.

The minutes of a reading must lie between those of the fastest and of the slowest plausible reader.

- `FASTEST`, 200 words a minute: plain silent reading without a pause. Adults read non-fiction in their
  first language at some 240 words a minute on average (Brysbaert 2019, 190 studies); most trainees read
  in a second language, so a unit that asks for more than 200 can't be done in its time.
- `SLOWEST`, 30 words a minute: reading twice, looking up words, and answering the page's prompts for
  reflection in writing. A unit that allows more time than that has minutes which its text does not fill.

A page of 1,000 words may therefore take from 5 to 34 minutes. Both ends are rounded up to whole minutes.
"""

from collections.abc import Iterator
from math import ceil

from ..model.course import Course
from ..model.problem import Problem, counted

FASTEST = 200
SLOWEST = 30


def every_reading_takes_a_plausible_time(course: Course) -> Iterator[Problem]:
    """The minutes of a reading fit the words of its page."""
    for module in course.modules:
        for activity in module.activities:
            page = course.text_of(module, activity)
            if activity.kind != "reading" or page is None:
                continue
            least, most = ceil(page.words / FASTEST), ceil(page.words / SLOWEST)
            if not least <= activity.minutes <= most:
                pace = "fast" if activity.minutes < least else "slow"
                yield Problem(
                    activity.place.path,
                    activity.place.line_of("minutes"),
                    "reading-time",
                    f"{activity.minutes} min for the {counted(page.words, 'word', 'words')} of {page.path} is too {pace}",
                    f"{least} to {most} min, at {SLOWEST} to {FASTEST} words a minute",
                    "change the minutes, or the length of the page",
                )

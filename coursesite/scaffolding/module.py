"""A new module with one activity of an hour, and its place in the programme."""

import re
from textwrap import dedent

from ..model.course import Course
from ..model.entity import IDENTIFIER
from .refused import Refused

HOURS = 1
MINUTES = 60 * HOURS


def module_files(course: Course, name: str, programme_text: str) -> dict[str, str]:
    """Texts by path from the course's root: the module's files, and the programme with the module in it.

    Raises:
        Refused: the name can't be used, or the programme is not written in the usual lines.
    """
    if not IDENTIFIER.fullmatch(name):
        raise Refused(
            f"`{name}` can't be an id: use small letters, digits and hyphens, such as `m02-seeing`."
        )
    if name in course.module_by_id:
        raise Refused(f"The module `{name}` exists already, in modules/{name}/.")
    setting = next((one for one in course.programme.settings if one.delivery == "own-time"), None)
    if setting is None:
        raise Refused(
            "The programme has no setting with the delivery `own-time` to put the first activity in."
        )
    competency = course.framework.competencies[0]
    activity = f"{name}-practice"
    return {
        "modules/programme.yml": _programme(course, name, setting.id, programme_text),
        f"modules/{name}/module.yml": dedent(f"""\
            title: {name}
            summary: One sentence that says what a trainee gets from this module.
            competencies: [{competency.id}]
            activities:
              - id: {activity}
                title: A first practice task
                kind: practice
                setting: {setting.id}
                minutes: {MINUTES}
                outcomes: [{competency.outcomes[0].id}]
            """),
        f"modules/{name}/index.md": dedent("""\
            Say here why the module matters, and what trainees will do in it.
            The outcomes, the hours and the list of activities are added by themselves.
            """),
        f"modules/{name}/{activity}.md": dedent("""\
            Say here what the task is for.

            ## Steps { #steps }

            ### Try it { #try-it minutes=45 }

            Say what to do.

            ### Look back { #look-back minutes=15 }

            Ask what came of it.
            """),
    }


def _programme(course: Course, name: str, setting_id: str, text: str) -> str:
    """The programme's text with the module at its end and the hours that it adds."""
    programme = course.programme
    setting = next(one for one in programme.settings if one.id == setting_id)
    lines = text.split("\n")
    for place, hours in ((programme.place, programme.hours), (setting.place, setting.hours)):
        index = place.line_of("hours") - 1
        changed = re.sub(r"(\bhours:\s*)[0-9.]+", rf"\g<1>{hours + HOURS:g}", lines[index], count=1)
        if changed == lines[index]:
            raise Refused(
                f"modules/programme.yml, line {index + 1}: write the hours as `hours: 12`, then try again."
            )
        lines[index] = changed
    last = programme.modules[-1].place
    if not lines[last.line - 1].lstrip().startswith("- "):
        raise Refused(
            "modules/programme.yml: write each entry of `modules` on lines of its own, then try again."
        )
    end = max(last.line, *last.lines.values())
    indent = " " * lines[last.line - 1].index("-")
    lines[end:end] = [f"{indent}- id: {name}", f"{indent}  hours: {{{setting_id}: {HOURS}}}"]
    return "\n".join(lines)

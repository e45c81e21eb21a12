"""What the page “My learning” must know of the course, in one language; only that page fetches it.

Ids are permanent and the same in every language; addresses are relative to the page.
"""

import json
from typing import Any

from ..model.module import Activity, Module
from ..model.text import Wording
from .standpoint import Standpoint


def learning_data(at: Standpoint) -> str:
    """The course as JSON: settings, modules with their activities, levels, competencies, questions."""
    return json.dumps(course_data(at), ensure_ascii=False, separators=(",", ":"))


def course_data(at: Standpoint) -> dict[str, Any]:
    """What scripts must know of the course; addresses are relative to the page that is stood on."""
    course = at.course
    return {
        "minutes": course.minutes(),
        **_assigned(at),
        "settings": [
            {"id": s.id, **_titled(at, at.say(s.title)), "minutes": course.minutes(setting=s.id)}
            for s in course.programme.settings
        ],
        "modules": [_module(at, module) for module in course.modules],
        "levels": [{"id": level.id, "title": str(at.say(level.title))} for level in course.framework.levels],
        "competencies": [
            {
                "id": competency.id,
                **_titled(at, at.say(competency.title)),
                "short": str(at.say(competency.short)),
                "outcomes": [
                    {
                        "id": outcome.id,
                        "text": str(at.say(outcome.text)),
                        "indicators": [str(at.say(text)) for text in outcome.indicators],
                    }
                    for outcome in competency.outcomes
                ],
            }
            for competency in course.framework.competencies
        ],
        "questions": {
            question.id: {
                "outcome": question.outcome,
                "version": question.version,
                "activity": activity.id,
                **_titled(at, at.say(question.text)),
            }
            for module in course.modules
            for activity in module.activities
            if (bank := course.bank_of(module, activity)) is not None
            for question in bank.questions
        },
    }


def _assigned(at: Standpoint) -> dict[str, str]:
    """Where a trainee finds assigned homework again, if the course has such a page."""
    if "assigned" not in at.course.page_of_directive:
        return {}
    return {"assigned": at.addresses.to(at.directive_page("assigned"))}


def _titled(at: Standpoint, title: Wording) -> dict[str, str]:
    """A title, and its language where that is not the page's."""
    other = {"lang": title.language} if title.language != at.words.language else {}
    return {"title": title.text, **other}


def _module(at: Standpoint, module: Module) -> dict[str, Any]:
    return {
        "id": module.id,
        **_titled(at, at.say(module.title)),
        "url": at.addresses.to(at.module_address(module)),
        "minutes": at.course.minutes(module),
        "activities": [_activity(at, module, activity) for activity in module.activities],
    }


def _activity(at: Standpoint, module: Module, activity: Activity) -> dict[str, Any]:
    view = at.activity(module, activity)
    fields = {}
    if (document := at.in_language(f"modules/{module.id}/{activity.id}.md")) is not None:
        fields = {field.id: field.label for field in document.head.fields}
    return {
        "id": activity.id,
        **_titled(at, view.title),
        "url": view.url,
        "kind": activity.kind,
        "setting": activity.setting,
        "minutes": activity.minutes,
        "outcomes": list(activity.outcomes),
        **({"fields": fields} if fields else {}),
    }

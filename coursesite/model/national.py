"""What a national team changes in the course as a whole: activities of its own meetings, and what its pages cite.

    modules/<id>/national.<language>.yml    activities that the team adds to a module or leaves out
    modules/national.<language>.yml         toolkit rows, services, laws, terms and sources of its own

Each file is in the team's own language: its words are no translation of anything.
"""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from .document import Label, NationalTeam
from .entity import Entity, Identifier
from .module import Activity, Module
from .programme import Delivery
from .reference import Source, Term
from .toolkit import Factor

CHANGEABLE: frozenset[Delivery] = frozenset({"meetings", "own-time"})
"""How settings are delivered whose activities a team may change. Days in a row are shared by all teams."""


class NationalActivity(Activity):
    """An activity that the team adds; its page is `modules/<id>/<activity>.<language>.md`."""

    after: Identifier
    """The activity of the same module that it comes after."""


class Omission(Entity):
    """An activity that the team leaves out, and why, for readers."""

    id: Identifier
    reason: Label


class ModuleEditionFile(NationalTeam):
    """`modules/<id>/national.<language>.yml`, as written."""

    add: tuple[NationalActivity, ...] = ()
    omit: tuple[Omission, ...] = ()


class ModuleEdition(ModuleEditionFile):
    """A module's changes with the module's id and the team's language."""

    module: Identifier
    language: str


class Pointer(Entity):
    """A service that people can turn to, or a law that they work under."""

    id: Identifier
    title: Label
    text: Label
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None


class NationalFile(NationalTeam):
    """`modules/national.<language>.yml`, as written."""

    factors: tuple[Factor, ...] = ()
    services: tuple[Pointer, ...] = ()
    laws: tuple[Pointer, ...] = ()
    terms: tuple[Term, ...] = ()
    sources: tuple[Source, ...] = ()


class NationalData(NationalFile):
    """The same with the team's language."""

    language: str


@dataclass(frozen=True)
class LeftOut:
    """An activity that a team leaves out, with the shared module that it belongs to."""

    module: Module
    activity: Activity
    reason: str
    team: NationalTeam


def changed(module: Module, edition: ModuleEdition) -> Module:
    """The module as the team teaches it. What is added after nothing that exists comes last: a check says so."""
    order = list(module.activities)
    for added in edition.add:
        ids = [activity.id for activity in order]
        at = ids.index(added.after) + 1 if added.after in ids else len(order)
        siblings = [one.id for one in edition.add if one.after == added.after]
        while at < len(order) and order[at].id in siblings:
            at += 1
        order.insert(
            at, Activity(**{key: getattr(added, key) for key in Activity.model_fields} | {"after": None})
        )
    gone = {omission.id for omission in edition.omit}
    activities = tuple(activity for activity in order if activity.id not in gone)
    place = edition.place.at("add" if edition.add else "omit")
    return module.model_copy(update={"activities": activities, "place": place})

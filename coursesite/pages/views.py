"""All that a template may see: views arrive worded and counted, and templates only loop and ask.

URLs are relative to the page that shows them. A `Wording` carries the language that its text is in.
Lengths in drawings are in the drawing's own units (its `viewBox`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup

from ..model.text import Wording

if TYPE_CHECKING:
    from .adaptation_views import LeftOutView
    from .booklets import BookletView
    from .card_views import CardsView
    from .slide_views import SlidesView
    from .task_views import SheetView, TrainersCopyView

Mark = Literal["right", "wrong", "good", "fair", "poor", "plain"]
"""How good an answer is; plain where it is not the one to judge."""

PageKind = Literal[
    "home",
    "standing",
    "module",
    "activity",
    "sheet",
    "left-out",
    "trainer",
    "slides",
    "cards",
    "booklet",
    "search",
    "learning",
]


@dataclass(frozen=True)
class LinkView:
    """A place one can go to."""

    title: Wording
    url: str
    current: bool = False


@dataclass(frozen=True)
class NavigationView:
    """A line of the menu; a group has children and may be open."""

    title: Wording
    url: str | None
    current: bool
    open: bool
    children: tuple["NavigationView", ...] = ()
    note: str = ""
    """A short remark after the title, such as a time."""
    activity: str | None = None
    """Id of the activity that it leads to."""


@dataclass(frozen=True)
class LanguageView:
    """A line of the language switcher: the same page in another language."""

    code: str
    name: str
    url: str
    current: bool
    translated: bool
    direction: str
    note: str = ""
    """What there is to know before one goes there."""


@dataclass(frozen=True)
class NoticeView:
    """Something that readers have to know about the page before they read it."""

    kind: Literal["not-translated", "unreviewed", "outdated", "planned", "trainer", "national"]
    title: str
    text: str
    original: LinkView | None = None
    sections: tuple[LinkView, ...] = ()
    """Those of the page that the text speaks of."""
    more: tuple[str, ...] = ()
    """What else there is to know."""


@dataclass(frozen=True)
class FactView:
    """A label and its value at the head of a page. `icon` names a file in `fragments/icons/`."""

    icon: str
    label: Wording
    value: Wording


@dataclass(frozen=True)
class CompetencyTagView:
    """A competency as a label that leads to the framework."""

    id: str
    short: Wording
    title: Wording
    url: str
    number: int
    """Its place in the framework, from 1; pictures use it to choose a pattern."""


@dataclass(frozen=True)
class OutcomeView:
    """An outcome, which completes “The trainee can …”."""

    id: str
    form: str
    form_title: str
    text: Wording
    url: str


@dataclass(frozen=True)
class ActivityView:
    """A line in a module's list of activities."""

    id: str
    title: Wording
    url: str | None
    kind: str
    kind_title: str
    setting: Wording
    setting_id: str
    minutes: str
    planned: bool


@dataclass(frozen=True)
class ShareView:
    """One part of a bar: `offset` and `width` in the drawing's units."""

    setting_id: str
    number: int
    """The setting's place in the programme, from 1; the style sheet gives it colour and pattern."""
    title: Wording
    hours: str
    offset: float
    width: float


@dataclass(frozen=True)
class BarView:
    """A row of a bar picture."""

    title: Wording
    hours: str
    shares: tuple[ShareView, ...]
    url: str | None = None


@dataclass(frozen=True)
class ModuleCardView:
    """A module as one meets it on a list of modules."""

    id: str
    number: int
    title: Wording
    summary: Wording
    url: str
    hours: str
    activities: str
    competencies: tuple[CompetencyTagView, ...]
    bar: BarView


@dataclass(frozen=True)
class TermView:
    """A glossary term."""

    id: str
    term: Wording
    definition: Wording
    url: str
    see: tuple[LinkView, ...]
    sources: tuple[LinkView, ...]


@dataclass(frozen=True)
class SourceView:
    """A source, as it is cited."""

    id: str
    citation: str
    url: str
    note: Wording | None
    cited_in: LinkView | None
    pages: tuple[LinkView, ...] = ()


@dataclass(frozen=True)
class TemplateFieldView:
    """A named field of a homework's template."""

    id: str
    label: str
    hint: str
    lines: int


@dataclass(frozen=True)
class CriterionView:
    """One thing that the trainer's feedback looks at."""

    id: str
    text: str


@dataclass(frozen=True)
class ModulePart:
    """What the generator adds to a module's overview."""

    outcomes: tuple[OutcomeView, ...]
    bar: BarView
    activities: tuple[ActivityView, ...]
    booklet: LinkView | None
    """Its exercises to print."""


@dataclass(frozen=True)
class ActivityPart:
    """What the generator adds to an activity's page."""

    id: str
    minutes: int
    materials: tuple[str, ...]
    fields: tuple[TemplateFieldView, ...]
    criteria: tuple[CriterionView, ...]
    journal: bool
    """Whether it asks for notes of one's own."""
    outcomes: tuple[OutcomeView, ...]
    sheet: LinkView | None
    """A homework's sheet to print."""


@dataclass(frozen=True)
class OptionView:
    """Something to choose, or something that wants a choice."""

    id: str
    text: Wording
    sign: str = ""
    """A letter that stands before it in a list."""


@dataclass(frozen=True)
class AnswerView:
    """One answer, how good it is, and what there is to say about it."""

    id: str
    text: Wording
    feedback: Wording
    mark: Mark = "plain"
    verdict: str = ""
    """The mark in words; empty where it is plain."""
    match: Wording | None = None
    """What belongs to it."""
    leads_to: LinkView | None = None


@dataclass(frozen=True)
class RemarkView:
    """A paragraph about a question as a whole. `id` says what for: `answer`, `why`, or feedback to `right` or `wrong`."""

    id: str
    label: str
    text: tuple[Wording, ...]


@dataclass(frozen=True)
class SceneView:
    """A scene of a scenario."""

    id: str
    title: str
    text: Wording
    answers: tuple[AnswerView, ...]
    summary: str


@dataclass(frozen=True)
class QuestionView:
    """A question to answer, and its answer. What a kind does not have is empty."""

    id: str
    kind: str
    title: str
    """Its number."""
    instruction: str
    text: tuple[Wording, ...]
    """In two parts where it has a gap between them."""
    outcome: OutcomeView
    passage: LinkView | None
    summary: str
    """What the disclosure of the answer is called."""
    options: tuple[OptionView, ...] = ()
    rows: tuple[OptionView, ...] = ()
    """What each wants one of the options."""
    unit: Wording | None = None
    scenes: tuple[SceneView, ...] = ()
    remarks: tuple[RemarkView, ...] = ()
    answers: tuple[AnswerView, ...] = ()


@dataclass(frozen=True)
class QuizView:
    """The questions of a module."""

    id: str
    questions: tuple[QuestionView, ...]
    data: Mapping[str, object]
    """What a script needs to grade and remember answers; it holds ids and right answers, and no other words."""


@dataclass(frozen=True)
class PageView:
    """A whole page but for its Markdown body."""

    kind: PageKind
    id: str
    language: str
    direction: str
    title: Wording
    title_id: str | None
    """Id of the hand-written first heading, which links may point to."""
    body_language: str
    """Language of the hand-written body; differs from `language` on a page not yet translated."""
    body_direction: str
    description: Wording
    site_title: Wording
    home_url: str
    root_url: str
    """The site's root, where assets lie."""
    search_url: str
    learning_url: str
    """What the learner has done, kept by the browser."""
    course: str
    """Id of the course, under which browsers keep things."""
    locale: str
    """The language as browsers name it when they write numbers and dates, such as `pt-PT`."""
    canonical: str | None
    """Absolute address of the page that search engines should show; None without a site address."""
    social_image: str | None
    breadcrumbs: tuple[LinkView, ...]
    navigation: tuple[NavigationView, ...]
    languages: tuple[LanguageView, ...]
    notices: tuple[NoticeView, ...]
    facts: tuple[FactView, ...]
    competencies: tuple[CompetencyTagView, ...]
    previous: LinkView | None
    next: LinkView | None
    terms: tuple[TermView, ...]
    """Glossary terms that the page uses, explained at its foot and in place."""
    sources: tuple[SourceView, ...]
    edit_url: str | None
    footer: tuple[LinkView, ...]
    styles: tuple[str, ...] = ()
    """Style sheets in `assets/` that only pages like this one want."""
    module: ModulePart | None = None
    activity: ActivityPart | None = None
    quiz: QuizView | None = None
    """The questions of a quiz, to answer."""
    answers: QuizView | None = None
    """The same with the answers in view, on the trainers' page."""
    sheet: "SheetView | None" = None
    """A homework on paper."""
    trainers_copy: "TrainersCopyView | None" = None
    """What goes with a model answer."""
    slides: "SlidesView | None" = None
    """Slides to show one at a time."""
    cards: "CardsView | None" = None
    """Cards to cut out."""
    booklet: "BookletView | None" = None
    """All exercises of a module, on paper."""
    timer: bool = False
    """Whether a clock can run by the page's steps."""
    left_out: "tuple[LeftOutView, ...]" = ()
    """What the national team leaves out of the page."""


# The views of generated content, each behind one directive ----------------------------------------


@dataclass(frozen=True)
class HoursCellView:
    """Hours of one module in one setting."""

    hours: str
    zero: bool


@dataclass(frozen=True)
class HoursRowView:
    """A module's line of the hours table."""

    title: Wording
    url: str
    cells: tuple[HoursCellView, ...]
    total: str


@dataclass(frozen=True)
class HoursView:
    """`<!-- hours -->`: the programme's hours as a picture and as a table."""

    settings: tuple[ShareView, ...]
    """Each setting with its hours in the whole programme (also the picture's legend)."""
    bars: tuple[BarView, ...]
    rows: tuple[HoursRowView, ...]
    totals: tuple[str, ...]
    total: str


@dataclass(frozen=True)
class StageView:
    """A stage of the journey: a block of days, or meetings and work of one's own between blocks."""

    title: Wording
    delivery: str
    hours: str
    detail: str
    bar: BarView
    modules: tuple[LinkView, ...]


@dataclass(frozen=True)
class JourneyView:
    """`<!-- journey -->`."""

    stages: tuple[StageView, ...]
    total: str


@dataclass(frozen=True)
class SessionView:
    """A session of a meeting format with the activities that fill it."""

    title: str
    minutes: str
    activities: tuple[ActivityView, ...]


@dataclass(frozen=True)
class FormatView:
    """One meeting format."""

    id: str
    title: Wording
    sessions: str
    minutes: str
    breaks: str
    total: str
    plan: tuple[SessionView, ...]


@dataclass(frozen=True)
class FormatsView:
    """`<!-- formats -->`."""

    formats: tuple[FormatView, ...]


@dataclass(frozen=True)
class ModulesView:
    """`<!-- modules -->`."""

    modules: tuple[ModuleCardView, ...]


@dataclass(frozen=True)
class IndicatorView:
    """What one can see at a level."""

    level: Wording
    text: Wording


@dataclass(frozen=True)
class FrameworkOutcomeView:
    """An outcome in the framework, with where it is learned."""

    outcome: OutcomeView
    indicators: tuple[IndicatorView, ...]
    activities: tuple[LinkView, ...]


@dataclass(frozen=True)
class CompetencyView:
    """A competency in the framework."""

    id: str
    number: int
    title: Wording
    summary: Wording
    hours: str
    outcomes: tuple[FrameworkOutcomeView, ...]
    sources: tuple[LinkView, ...]


@dataclass(frozen=True)
class FrameworkView:
    """`<!-- framework -->`."""

    levels: tuple[IndicatorView, ...]
    """Each level's title and summary."""
    competencies: tuple[CompetencyView, ...]


@dataclass(frozen=True)
class CoverageCellView:
    """How a module treats an outcome. `signs` are the interface's words for taught, practised, assessed."""

    taught: bool
    practised: bool
    assessed: bool
    words: str
    """In words, for those who do not see the signs."""


@dataclass(frozen=True)
class CoverageRowView:
    """An outcome's line of the matrix."""

    outcome: OutcomeView
    cells: tuple[CoverageCellView, ...]


@dataclass(frozen=True)
class CoverageGroupView:
    """The outcomes of one competency."""

    title: Wording
    rows: tuple[CoverageRowView, ...]


@dataclass(frozen=True)
class CoverageView:
    """`<!-- coverage -->`: outcomes by modules."""

    modules: tuple[LinkView, ...]
    groups: tuple[CoverageGroupView, ...]


@dataclass(frozen=True)
class ListItemView:
    """An entry of a list."""

    id: str
    text: Wording
    competencies: tuple[CompetencyTagView, ...]


@dataclass(frozen=True)
class ListView:
    """`<!-- list: id -->`."""

    id: str
    title: Wording
    summary: Wording
    items: tuple[ListItemView, ...]
    sources: tuple[LinkView, ...]


@dataclass(frozen=True)
class PictureView:
    """`<!-- picture: id -->`: a drawing with its words, as inline SVG."""

    id: str
    title: Wording
    drawing: Markup
    """Its accessible name is the picture's `alt`."""


@dataclass(frozen=True)
class PortfolioView:
    """`<!-- portfolio: module -->`: a module's homework, to be put together with all that the browser keeps."""

    activities: tuple[str, ...]
    """Ids of those with a template."""
    data_url: str
    """What the page “My learning” fetches of the course."""


@dataclass(frozen=True)
class ChoiceView:
    """A value that a table can be filtered by."""

    id: str
    title: Wording


@dataclass(frozen=True)
class FactorView:
    """A factor of the toolkit."""

    id: str
    text: Wording
    action: Wording
    roles: tuple[ChoiceView, ...]
    role_ids: str
    """Ids of its roles, separated by blanks."""
    national: bool = False
    """Whether it is the national team's own."""


@dataclass(frozen=True)
class FactorTableView:
    """The factors of one level and one effect."""

    level: ChoiceView
    effect: str
    effect_title: str
    factors: tuple[FactorView, ...]


@dataclass(frozen=True)
class FactorsView:
    """`<!-- factors -->`."""

    levels: tuple[ChoiceView, ...]
    roles: tuple[ChoiceView, ...]
    tables: tuple[FactorTableView, ...]


@dataclass(frozen=True)
class RecommendationItemView:
    """One recommendation."""

    id: str
    text: Wording
    roles: tuple[ChoiceView, ...]
    role_ids: str
    """Ids of its roles, separated by blanks."""


@dataclass(frozen=True)
class RecommendationView:
    """A group of recommendations."""

    id: str
    title: Wording
    items: tuple[RecommendationItemView, ...]
    sources: tuple[LinkView, ...]


@dataclass(frozen=True)
class RecommendationsView:
    """`<!-- recommendations -->`."""

    roles: tuple[ChoiceView, ...]
    groups: tuple[RecommendationView, ...]


@dataclass(frozen=True)
class GlossaryView:
    """`<!-- glossary -->`, in the reader's alphabet."""

    terms: tuple[TermView, ...]


@dataclass(frozen=True)
class SourcesView:
    """`<!-- sources -->`."""

    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class HomeworkTaskView:
    """A homework in the overview."""

    activity: ActivityView
    competencies: tuple[CompetencyTagView, ...]


@dataclass(frozen=True)
class HomeworkGroupView:
    """A module's homework."""

    module: LinkView
    tasks: tuple[HomeworkTaskView, ...]


@dataclass(frozen=True)
class HomeworkView:
    """`<!-- homework -->`."""

    groups: tuple[HomeworkGroupView, ...]
    total: str


@dataclass(frozen=True)
class TrainerGroupView:
    """A module's pages for trainers."""

    module: LinkView
    pages: tuple[LinkView, ...]


@dataclass(frozen=True)
class TrainerView:
    """`<!-- trainer -->`."""

    groups: tuple[TrainerGroupView, ...]

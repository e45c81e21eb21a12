"""Model → problems. A check is a function named as the sentence that must hold for every course.

Checks look at meaning; what is wrong with a file's form is found while reading. They know no language
by name, may come in any order, and report everything they find. A new check goes into the file of its
topic and into `CHECKS`, and gets a case in `tests/checking/`.
"""

from collections.abc import Callable, Iterator, Set
from dataclasses import replace

from ..model.course import Course
from ..model.problem import Problem
from . import (
    activities,
    adaptation,
    cards,
    coverage,
    directives,
    editions,
    headings,
    homework,
    hours,
    ids,
    links,
    made_pages,
    menu,
    quizzes,
    reading_time,
    references,
    schedule,
    steps,
    style,
    surveys,
    translations,
)
from .wording import listed

Check = Callable[[Course], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    hours.every_module_adds_up_in_every_setting,
    hours.every_setting_adds_up,
    hours.the_programme_adds_up,
    hours.the_table_adds_up_to_every_settings_hours,
    hours.the_table_adds_up_to_the_programmes_hours,
    schedule.only_settings_in_blocks_have_blocks,
    schedule.every_module_is_in_exactly_one_block,
    schedule.every_block_keeps_the_programmes_order,
    schedule.every_block_fills_its_days,
    schedule.every_format_takes_the_hours_of_its_meetings,
    schedule.every_format_cuts_between_activities,
    schedule.every_activity_that_follows_another_meets_in_the_same_setting,
    ids.every_id_is_given_once,
    ids.every_outcome_that_is_used_exists,
    ids.every_setting_that_is_used_exists,
    ids.every_module_that_is_used_exists,
    ids.every_competency_that_is_used_exists,
    ids.every_level_that_is_used_exists,
    ids.every_role_that_is_used_exists,
    ids.every_outcome_has_an_indicator_for_each_level,
    coverage.every_activity_has_an_outcome,
    coverage.every_outcome_is_taught,
    coverage.every_outcome_is_practised,
    coverage.every_competency_of_a_module_is_touched,
    activities.every_activity_has_a_page,
    activities.every_page_of_a_module_has_an_activity,
    activities.every_module_has_an_overview,
    homework.every_model_answer_answers_a_task,
    cards.every_set_of_cards_is_a_list,
    made_pages.no_trainers_page_has_the_name_of_one_that_is_made,
    made_pages.no_activity_has_the_name_of_a_page_that_is_made,
    homework.every_trainers_copy_is_whole,
    homework.every_assignment_can_be_opened,
    reading_time.every_reading_takes_a_plausible_time,
    steps.every_sequence_of_steps_takes_its_activitys_time,
    steps.every_page_of_a_stepped_kind_has_steps,
    headings.every_page_has_its_title_where_it_belongs,
    headings.no_level_is_skipped,
    headings.every_heading_has_a_permanent_id,
    headings.every_heading_id_is_used_once_on_its_page,
    links.every_link_leads_somewhere,
    links.every_anchor_exists,
    links.no_trainee_page_leads_to_trainers_pages,
    links.every_picture_has_alternative_text,
    directives.every_directive_is_known,
    directives.every_picture_is_shown,
    menu.every_page_in_the_menu_exists,
    menu.every_page_in_the_handbook_exists,
    menu.every_standing_page_is_in_the_menu_once,
    references.every_term_that_is_used_exists,
    references.every_source_that_is_used_exists,
    references.every_term_is_used,
    references.every_source_is_used,
    quizzes.every_bank_belongs_to_one_quiz,
    quizzes.every_bank_is_large_enough,
    quizzes.every_question_has_an_id_of_its_own,
    quizzes.every_question_asks_about_a_known_outcome,
    quizzes.every_outcome_of_a_quiz_is_asked,
    quizzes.every_passage_exists,
    quizzes.every_choice_has_its_right_options,
    quizzes.every_answer_is_told_apart,
    quizzes.every_list_to_sort_is_long_enough,
    quizzes.every_gap_is_there_once,
    quizzes.every_scenario_comes_to_an_end,
    quizzes.every_scene_has_a_good_choice,
    quizzes.no_bank_gives_its_answers_away,
    quizzes.no_page_takes_the_place_of_a_key,
    translations.every_translation_has_a_source,
    translations.every_translation_has_the_same_headings,
    translations.every_translation_has_the_same_directives,
    translations.every_translation_has_the_same_fields,
    translations.every_translation_cites_the_same_sources,
    adaptation.no_source_page_is_national,
    adaptation.every_adaptation_is_signed,
    adaptation.every_national_section_is_new,
    adaptation.every_adapted_section_has_a_source,
    adaptation.every_omitted_section_exists,
    surveys.every_scale_that_is_used_exists,
    surveys.every_list_of_answers_that_is_used_exists,
    surveys.every_question_of_several_surveys_is_asked_alike,
    surveys.every_survey_is_asked_on_one_page,
    editions.only_meetings_and_own_time_are_changed,
    editions.every_added_activity_has_its_place,
    editions.no_added_activity_is_a_quiz,
    editions.every_activity_that_is_left_out_exists,
    editions.every_national_id_is_given_once,
    style.every_page_has_short_sentences,
    style.every_page_has_short_words,
)

CHECKS_OF_PAGES: tuple[Check, ...] = (
    headings.every_page_has_its_title_where_it_belongs,
    headings.no_level_is_skipped,
    headings.every_heading_has_a_permanent_id,
    headings.every_heading_id_is_used_once_on_its_page,
    links.every_picture_has_alternative_text,
    links.no_trainee_page_leads_to_trainers_pages,
    translations.every_translation_has_the_same_headings,
)
"""Those that hold or fail on a page, whatever the rest of the course says."""

CHECKS_OF_A_RELEASE: tuple[Check, ...] = (
    activities.no_activity_is_planned,
    homework.every_task_has_a_model_answer,
)
"""Sentences that need not hold while a course is being written."""

CHECKS_OF_A_DRAFT: tuple[Check, ...] = (homework.every_task_should_have_a_model_answer,)
"""Remarks on what a release would refuse."""


def problems(course: Course, release: bool = False) -> tuple[Problem, ...]:
    """All that is wrong with a course, as all share it and as each national team teaches it, sorted by place."""
    checks = CHECKS + (CHECKS_OF_A_RELEASE if release else CHECKS_OF_A_DRAFT)
    others = frozenset(course.languages) - course.edition_by_language.keys()
    found = {problem for check in checks for problem in check(_in_languages(course, others))}
    known = {(problem.path, problem.line, problem.code) for problem in found}
    for code, edition in course.edition_by_language.items():
        taught = _in_languages(edition, {course.source_language, code})
        wrong = {problem for check in checks for problem in check(taught)}
        own = [one.place.path for one in course.editions if one.language == code]
        files = listed(own or [one.place.path for one in course.nationals if one.language == code])
        found |= {
            _of_edition(one, code, files) for one in wrong if (one.path, one.line, one.code) not in known
        }
    return tuple(sorted(found))


def _in_languages(course: Course, languages: Set[str]) -> Course:
    """The course with the pages of these languages only: others belong to other editions."""
    kept = tuple(document for document in course.documents if document.language in languages)
    return course if len(kept) == len(course.documents) else replace(course, documents=kept)


def _of_edition(problem: Problem, language: str, files: str) -> Problem:
    """A problem that only one team's edition has names the team's files, unless it lies in one of them."""
    if f".{language}." in problem.path:
        return problem
    return replace(
        problem,
        says=f"as taught in `{language}`, {problem.says}",
        mend=f"{problem.mend}; for `{language}` only: change {files}",
    )


def problems_of_pages(course: Course) -> tuple[Problem, ...]:
    """What is wrong with single pages of a course of which parts could not be read."""
    return tuple(sorted({problem for check in CHECKS_OF_PAGES for problem in check(course)}))

"""A page that nobody has translated yet shows the original, says so, and doesn't pretend to be a translation."""

from coursesite.pages.words import load_words
from tests.site.building import Built, BuiltPage, language_at, words_of

PROSE = "//*[@class='prose']"
QUESTIONS = "//*[@class='question-text'][not(*)] | //*[@class='question-text']/*[not(@class='gap')]"


def test_the_frame_is_in_the_readers_language_and_the_text_in_its_own(a_site: Built) -> None:
    source = a_site.course.source_language
    assert a_site.fallbacks
    wrong = [
        page.path
        for page in a_site.fallbacks
        if page.root.get("lang") != page.language
        or any(language_at(text) != source for text in page.all(PROSE) if words_of(text))
    ]
    assert wrong == []


def test_a_question_says_which_language_it_is_in(a_site: Built) -> None:
    """Of a quiz that is translated in part, each question stands in the language that it has."""
    source = a_site.course.source_language
    questions = (question for bank in a_site.course.banks for question in bank.questions)
    originals = " | ".join(" ".join(question.text.source.split()) for question in questions)
    wrong = [
        f"/{page.path}: {words_of(text)}"
        for page in a_site.fallbacks
        for text in page.all(QUESTIONS)
        if words_of(text) and language_at(text) != (source if words_of(text) in originals else page.language)
    ]
    assert wrong == []


def test_all_that_comes_from_the_page_is_in_the_pages_language(a_site: Built) -> None:
    """Templates, criteria and materials stand in a page's head and are printed apart from its text.

    On a trainer's copy they are those of the task's page, which may be translated when the copy is not.
    """
    source = a_site.course.source_language
    apart = "//*[starts-with(@id, 'criterion-')] | //*[starts-with(@id, 'field-')]/* | //*[@class='materials']//li"
    wrong = [
        f"/{page.path}: {words_of(element)}"
        for page in set(a_site.fallbacks) - set(a_site.trainers)
        for element in page.all(apart)
        if words_of(element) and language_at(element) != source
    ]
    assert wrong == []


def notices(page: BuiltPage, kind: str) -> list[str]:
    found = page.all(f"//article//*[contains(@class, 'notice-{kind}')]")
    assert all(language_at(notice) == page.language for notice in found)
    return [words_of(notice) for notice in found]


def test_a_notice_says_in_the_readers_language_that_this_is_the_original(a_site: Built) -> None:
    locales = a_site.source / "overrides" / "locales"
    words = {one.code: load_words(one, locales) for one in a_site.course.programme.languages}
    for page in a_site.fallbacks:
        (notice,) = notices(page, "not-translated")
        titles = ("Not translated yet", "Translated in part")  # questions of a quiz may be translated
        assert any(words[page.language].gettext(title) in notice for title in titles), page.path
    others = {page for page in a_site.pages if not page.gathered} - set(a_site.fallbacks)
    assert sorted(page.path for page in others if notices(page, "not-translated")) == []


def test_every_language_words_the_notice_for_itself(whole: Built) -> None:
    worded = {page.language: notices(page, "not-translated")[0] for page in whole.fallbacks}
    assert len(set(worded.values())) == len(worded)


def test_search_engines_are_led_to_the_original(a_site: Built) -> None:
    wrong = [
        page.path
        for page in a_site.fallbacks
        if page.one("//head/link[@rel='canonical']").get("href") != f"{a_site.address}{page.address}/"
    ]
    assert wrong == []

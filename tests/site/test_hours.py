"""Times that pages show are those of the model, in every language."""

import re

from coursesite.pages.addresses import address_of
from tests.site.building import Built, BuiltPage, words_of

TIME = re.compile(r"(\d+)\s*(h|min)")


def minutes(text: str) -> int:
    """Minutes of a time in English: `2 hrs 30 mins`."""
    found = {unit: int(number) for number, unit in TIME.findall(text)}
    assert found, text
    return 60 * found.get("h", 0) + found.get("min", 0)


def test_a_modules_page_shows_its_hours(a_site: Built) -> None:
    for module in a_site.course.modules:
        page = a_site.page(f"modules/{module.id}")
        shown = [minutes(words_of(fact)) for fact in page.all("//dl[@class='facts']//dd")]
        settings = [a_site.course.minutes(module, setting.id) for setting in a_site.course.programme.settings]
        assert shown == [a_site.course.minutes(module), *(sum_ for sum_ in settings if sum_)]


def test_a_modules_page_lists_its_activities_with_their_minutes(a_site: Built) -> None:
    for module in a_site.course.modules:
        page = a_site.page(f"modules/{module.id}")
        shown = [minutes(words_of(line)) for line in page.all("//*[@class='activity-minutes']")]
        assert shown == [activity.minutes for activity in module.activities]


def test_an_activitys_page_shows_its_minutes(a_site: Built) -> None:
    for module in a_site.course.modules:
        for activity in module.activities:
            if a_site.course.page_of(module, activity):
                page = a_site.page(f"modules/{module.id}/{activity.id}")
                facts = [words_of(fact) for fact in page.all("//dl[@class='facts']//dd")]
                assert minutes(facts[1]) == activity.minutes


def test_the_table_of_hours_adds_up_to_the_programme(a_site: Built) -> None:
    course = a_site.course
    page = a_site.page(address_of(course.page_of_directive["hours"]))
    table = page.one("//table[tfoot]")
    rows = [[words_of(cell) for cell in row.xpath("./td")] for row in table.xpath(".//tr[td]")]
    settings = [setting.id for setting in course.programme.settings]
    expected = [
        [*(course.minutes(module, setting) for setting in settings), course.minutes(module)]
        for module in (*course.modules, None)
    ]
    assert [[minutes(cell) for cell in row] for row in rows] == expected
    assert expected[-1][-1] == 60 * course.programme.hours


def test_every_language_shows_the_same_numbers(a_site: Built) -> None:
    def numbers(page: BuiltPage) -> list[str]:
        cells = page.all("//dl[@class='facts']//dd | //*[@class='activity-minutes'] | //table[tfoot]//td")
        return re.findall(r"\d+", " ".join(words_of(cell) for cell in cells))

    originals = {
        page.address: numbers(page) for page in a_site.pages if page.language == a_site.course.source_language
    }
    for page in a_site.pages:
        assert numbers(page) == originals[page.address], page.path

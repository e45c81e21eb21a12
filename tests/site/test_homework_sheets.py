"""Homework on paper: a sheet for each task and language, and the trainer's copy."""

from coursesite.model.homework import copies_of, task_of_copy, tasks_of
from tests.scanning import scanned
from tests.site.building import Built, BuiltPage, language_at, words_of


def sheets(site: Built) -> list[BuiltPage]:
    return [page for page in site.pages if page.kind == "sheet"]


def test_every_task_has_a_sheet_in_every_language(a_site: Built) -> None:
    tasks = tasks_of(a_site.course)
    assert tasks
    expected = {
        (f"modules/{task.module.id}/{task.activity.id}/sheet", language)
        for task in tasks
        for language in a_site.course.languages
    }
    assert {(page.address, page.language) for page in sheets(a_site)} == expected


def test_a_sheet_has_room_for_every_field_and_its_criteria(a_site: Built) -> None:
    for page in sheets(a_site):
        shown = a_site.shown(page)
        assert shown
        fields = page.all("//*[@class='paper-field']")
        assert [field.get("id") for field in fields] == [f"field-{field.id}" for field in shown.head.fields]
        for field, expected in zip(fields, shown.head.fields, strict=True):
            assert words_of(field) == f"{expected.label} {expected.hint}".strip()
            assert language_at(field) == shown.language
            assert len(field.xpath(".//*[@class='ruled']/span")) == expected.lines
        criteria = page.all("//*[@class='criteria']/li")
        assert [words_of(one) for one in criteria] == [one.text for one in shown.head.criteria]


def test_a_sheet_says_by_its_code_where_the_task_is(a_site: Built) -> None:
    for page in sheets(a_site):
        address = a_site.address + page.path.removesuffix("sheet/")
        assert scanned(page.one("//*[@class='qr']")) == address
        link = page.one("//*[@class='paper-link']/a")
        assert words_of(link) == address
        assert a_site.address + page.leads_to(str(link.get("href"))) == address


def test_a_sheet_keeps_nothing_and_is_found_from_its_task_only(a_site: Built) -> None:
    for page in sheets(a_site):
        assert not page.all("//*[@data-write] | //textarea | //main//input")
        assert page.all("//head/meta[@name='robots' and @content='noindex']")
        assert not page.all("//nav[@class='menu']//a[contains(@href, '/sheet/')]")
        task = a_site.page(page.address.removesuffix("/sheet"), page.language)
        links = [task.leads_to(str(link.get("href"))) for link in task.all("//*[@class='to-sheet']/a")]
        assert links == [page.path]


def test_a_trainers_copy_ends_in_a_feedback_sheet(a_site: Built) -> None:
    found = 0
    for page in a_site.trainers:
        task = page.document and task_of_copy(a_site.course, page.document)
        parts = page.all("//*[contains(@class, 'feedback-sheet')]")
        assert len(parts) == (1 if task else 0), page.path
        if not task:
            continue
        found += 1
        assert page.document in copies_of(a_site.course, task).values()
        texts = a_site.course.pages[task.document.key]
        shown = texts.get(page.language, task.document)
        criteria = page.all("//*[@class='feedback-criteria']/li/p[1]")
        assert [words_of(one) for one in criteria] == [one.text for one in shown.head.criteria]
        assert all(language_at(one) == shown.language for one in criteria)
        links = [page.leads_to(str(link.get("href"))) for link in page.all("//*[@class='paper-tools']/a")]
        home = a_site.home(page.language) + f"modules/{task.module.id}/{task.activity.id}/"
        assert links[:2] == [home, f"{home}sheet/"]
    assert found

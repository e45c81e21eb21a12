"""Booklets of a module's exercises: all that one works on, in order, and solutions for trainers only."""

from coursesite.model.exercises import exercises_of
from coursesite.model.module import Activity, Module
from tests.site.building import Built, BuiltPage, language_at, words_of

PASSAGE = "./div[contains(@class, 'prose') and not(contains(@class, 'booklet-solution'))]"
EXPLAINED = "@class='term' or @class='source'"


def booklets(site: Built, for_trainers: bool) -> list[BuiltPage]:
    return [page for page in site.pages if page.kind == "booklet" and page.page.for_trainers == for_trainers]


def exercises(site: Built, page: BuiltPage) -> list[tuple[Module, Activity]]:
    module = page.page.module
    assert module
    return [
        (module, activity) for activity, _ in exercises_of(site.course.edition(page.language), module)
    ]



def test_every_module_has_one_for_trainees_and_one_for_trainers(a_site: Built) -> None:
    modules = [module for module in a_site.course.modules if exercises_of(a_site.course, module)]
    assert modules
    for for_trainers, area in ((False, "modules"), (True, "trainer")):
        found = {(page.address, page.language) for page in booklets(a_site, for_trainers)}
        assert found == {
            (f"{area}/{module.id}/exercises", language)
            for module in modules
            for language in a_site.course.languages
        }


def test_exercises_stand_in_the_modules_order_with_their_pages_words(a_site: Built) -> None:
    for page in (*booklets(a_site, False), *booklets(a_site, True)):
        wanted = exercises(a_site, page)
        assert [
            heading.get("id") for heading in page.all("//section[contains(@class, 'booklet-part')]/h2")
            if str(heading.get("id")).startswith("activity.")
        ] == [f"activity.{activity.id}" for _, activity in wanted]
        for module, activity in wanted:
            own = a_site.page(f"modules/{module.id}/{activity.id}", page.language)
            passage = page.one(f"//section[h2[@id='activity.{activity.id}']]/div[@class='prose']")
            original = own.all("//*[@class='body']/*[@class='prose']")[0]
            for folded in original.xpath(".//*[@data-screen-only or @hidden] | .//button | .//form | .//template"):
                folded.drop_tree()
            assert words_of(passage) == words_of(original), f"{page.path}: {activity.id}"
            assert language_at(passage) == language_at(original)
            steps = "count(.//*[@data-minutes])"
            assert passage.xpath(steps) == original.xpath(steps)


def test_links_lead_where_they_led_on_the_exercises_own_page(tiny: Built, whole: Built) -> None:
    for site in (tiny, whole):
        for page in booklets(site, False):
            if page.language != site.course.languages[-1]:
                continue
            for module, activity in exercises(site, page):
                own = site.page(f"modules/{module.id}/{activity.id}", page.language)
                links = own.all(f"//*[@class='body']/*[@class='prose']//a[@href and not({EXPLAINED})]")
                part = page.all(f"//section[h2[@id='activity.{activity.id}']]//div[@class='prose']//a[@href]")
                for link, copy in zip(links, part, strict=True):
                    before, after = str(link.get("href")), str(copy.get("href"))
                    if before.startswith("#"):
                        assert page.all(f"//*[@id='{after.removeprefix('#')}']")
                    else:
                        assert page.leads_to(after) == own.leads_to(before)
                        assert after.partition("#")[2] == before.partition("#")[2]


def test_there_is_room_to_write(a_site: Built) -> None:
    for page in booklets(a_site, False):
        for module, activity in exercises(a_site, page):
            part = page.one(f"//section[h2[@id='activity.{activity.id}']]")
            shown = a_site.shown(a_site.page(f"modules/{module.id}/{activity.id}", page.language))
            assert shown
            labels = [words_of(label) for label in part.xpath(".//*[@class='paper-field']/h4")]
            assert labels == [field.label for field in shown.head.fields]
            lines = [len(room.xpath("./span")) for room in part.xpath(".//*[@class='ruled']")]
            if shown.head.fields:
                assert lines == [field.lines for field in shown.head.fields]
            else:
                assert len(lines) == 1
                assert lines[0] > 0


def test_solutions_stand_in_trainers_booklets_only(a_site: Built) -> None:
    solutions = "//*[contains(@class, 'booklet-solution') or contains(@class, 'quiz-answers')] | //*[@id='notes']"
    assert [page.path for page in booklets(a_site, False) if page.all(solutions)] == []
    answered = 0
    for page in booklets(a_site, True):
        module = page.page.module
        assert module
        assert len(page.all("//*[contains(@class, 'quiz-answers')]")) == (
            module.id in a_site.course.bank_by_module
        )
        notes = a_site.course.pages.get(f"modules/{module.id}/trainer/notes.md")
        assert len(page.all("//h2[@id='notes']")) == bool(notes)
        for _, activity in exercises(a_site, page):
            copy = a_site.course.pages.get(f"modules/{module.id}/trainer/{activity.id}.md")
            found = page.all(
                f"//section[h2[@id='activity.{activity.id}']]/*[contains(@class, 'booklet-solution')]"
            )
            assert len(found) == bool(copy)
            if copy:
                own = a_site.page(f"trainer/{module.id}/{activity.id}", page.language)
                original = own.all("//*[@class='body']/*[@class='prose']")[0]
                assert words_of(found[0]) == words_of(original)
                answered += 1
    assert answered


def test_ids_are_unique_and_no_script_is_asked_for(a_site: Built) -> None:
    for page in (*booklets(a_site, False), *booklets(a_site, True)):
        ids = [str(one.get("id")) for one in page.all("//*[@id]")]
        assert len(ids) == len(set(ids)), page.path
        assert not page.all("//section[contains(@class, 'booklet-part')]//*[self::button or self::textarea or @data-write]")


def test_a_booklet_says_how_its_translation_stands(whole: Built) -> None:
    """It is gathered from drafts and from pages that nobody has translated."""
    source = whole.course.source_language
    for page in (*booklets(whole, False), *booklets(whole, True)):
        told = page.all("//*[contains(@class, 'notice-unreviewed') or contains(@class, 'notice-not-translated') or contains(@class, 'notice-outdated')]")
        assert len(told) == (page.language != source), page.path


def test_trainees_find_it_on_their_modules_page_and_trainers_in_their_list(a_site: Built) -> None:
    for page in booklets(a_site, False):
        overview = a_site.page(page.address.removesuffix("/exercises"), page.language)
        links = [overview.leads_to(str(link.get("href"))) for link in overview.all("//main//a[@href]")]
        assert links.count(page.path) == 1
        assert page.all("//head/meta[@name='robots' and @content='noindex']")
    listed = a_site.page(a_site.kinds()["trainer page"])
    links = [listed.leads_to(str(link.get("href"))) for link in listed.all("//main//a[@href]")]
    of_source = [page.path for page in booklets(a_site, True) if page.language == listed.language]
    assert [link for link in links if link in of_source] == of_source

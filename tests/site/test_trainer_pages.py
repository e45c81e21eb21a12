"""Trainers' pages are marked, and trainees don't stumble upon them."""

from tests.site.building import Built, words_of


def test_they_are_marked(a_site: Built) -> None:
    assert a_site.trainers
    unmarked = [
        page.path for page in a_site.trainers if len(page.all("//*[contains(@class, 'notice-trainer')]")) != 1
    ]
    assert unmarked == []


def test_search_engines_leave_them_out(a_site: Built) -> None:
    told = "//head/meta[@name='robots' and contains(@content, 'noindex')]"
    assert [page.path for page in a_site.trainers if not page.all(told)] == []


def test_no_trainee_page_leads_to_them(a_site: Built) -> None:
    """The trainers' area has one door: its own page, and what its group in the menu lists."""
    paths = {page.path for page in a_site.trainers}
    groups = [group for group in a_site.course.programme.menu if group.shown == "trainers"]
    inside = {name for group in groups for name in group.pages}
    found = [
        f"/{page.path} → /{target}"
        for page in a_site.pages
        if page.path not in paths and page.address not in inside
        for link in page.all("//a[@href]")
        if ":" not in str(link.get("href")) and (target := page.leads_to(str(link.get("href")))) in paths
    ]
    assert found == []


def test_trainees_see_one_entry_for_trainers_in_their_menu(a_site: Built) -> None:
    groups = [group for group in a_site.course.programme.menu if group.shown == "trainers"]
    inside = {name for group in groups for name in group.pages}
    for page in set(a_site.pages) - set(a_site.trainers):
        if page.address in inside:
            continue
        links = [page.leads_to(str(a.get("href"))) for a in page.all("//nav[contains(@class, 'menu')]//a")]
        found = [
            link for link in links if link.removeprefix(a_site.home(page.language)).rstrip("/") in inside
        ]
        assert len(found) == len(groups), page.path


def test_presenter_notes_are_there_for_trainers(a_site: Built) -> None:
    slides = [
        page for page in a_site.trainers if "!!! notes" in (page.document.body if page.document else "")
    ]
    assert slides
    for page in slides:
        notes = page.all("//*[contains(@class, 'notes')]")
        assert notes
        assert all(words_of(note) for note in notes)

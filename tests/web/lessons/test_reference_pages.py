"""The pages to look things up in: there where the course has them, each leading to the others."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from upslope.course.reference_pages import NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_page_shows_what_is_written_and_leads_to_the_others(alices_browser: Client, name: str) -> None:
    page = alices_browser.get(f"/{name}/").content.decode()
    assert page.count("<tex-math") > 20
    assert all(f'href="/{other}/"' in page for other in ("glossary", *NAMES) if other != name)
    assert f'href="/{name}/"' not in page.partition('aria-label="To look things up"')[2]


@pytest.mark.parametrize("name", NAMES)
def test_a_course_without_the_page_has_no_link_to_it(
    alices_browser: Client, tmp_path: Path, settings: Settings, name: str
) -> None:
    (tmp_path / "course.toml").write_text('id = "small"\ntitle = "Small"\nmodules = []\n')
    (tmp_path / "glossary.md").write_text("## Sum\n\nWhat adding gives.\n")
    settings.COURSE = tmp_path
    assert alices_browser.get(f"/{name}/").status_code == 404
    assert f"/{name}/" not in alices_browser.get("/glossary/").content.decode()


@pytest.mark.parametrize("name", NAMES)
def test_a_stranger_is_sent_away(client: Client, name: str) -> None:
    assert client.get(f"/{name}/").status_code in (302, 403)

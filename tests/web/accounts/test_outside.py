from pathlib import Path

import pytest

from upslope.web.accounts.outside import UnusableSetting, email_settings, oidc_apps


def test_no_mail_server_is_no_setting() -> None:
    assert email_settings("") == {}


def test_a_mail_server_is_read_with_its_signs_unquoted() -> None:
    found = email_settings("smtps://me%40here:p%3Ass@mail.example.org")
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("me@here", "p:ss")
    assert (found["EMAIL_PORT"], found["EMAIL_USE_SSL"], found["EMAIL_USE_TLS"]) == (465, True, False)


@pytest.mark.parametrize(
    "address", ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://h:none"]
)
def test_what_is_no_mail_server_says_what_one_looks_like(address: str) -> None:
    with pytest.raises(UnusableSetting, match="smtp://NAME:PASSWORD@HOST:587"):
        email_settings(address)


def test_a_provider_is_read(tmp_path: Path) -> None:
    file = tmp_path / "oidc.toml"
    file.write_text(
        '[uni]\nname = "University"\nserver_url = "https://id.example.org"\nclient_id = "a"\nsecret = "b"\n'
    )
    (app,) = oidc_apps(file)
    assert app["provider_id"] == "uni"
    assert app["settings"] == {"server_url": "https://id.example.org"}


def test_without_the_file_there_is_no_provider(tmp_path: Path) -> None:
    assert oidc_apps(tmp_path / "oidc.toml") == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[uni]\nname = 'U'\n", r"\[uni\] has no text 'server_url'"),
        ("uni = 3\n", "'uni' is no table"),
        ("[uni\n", "oidc.toml"),
        ("[uni]\nname = 3\n", r"\[uni\] has no text 'name'"),
    ],
)
def test_a_provider_that_cannot_be_is_told_by_file_and_key(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "oidc.toml"
    file.write_text(text)
    with pytest.raises(UnusableSetting, match=says):
        oidc_apps(file)

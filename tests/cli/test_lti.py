"""``upslope lti``: learning platforms come and go."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site") / "data"


def lti(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "UPSLOPE_BASE_URL": "https://upslope.example.org", "UPSLOPE_DATABASE": ""}
    command = [sys.executable, "-m", "upslope.cli", "lti", *words, "--data", str(data)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_platform_is_registered_named_and_removed(data: Path) -> None:
    added = lti(data, "add", "Our Moodle", "--moodle", "https://moodle.example.org/", "--client-id", "AbC")
    assert added.returncode == 0, added.stderr
    assert "https://upslope.example.org/lti/login/" in added.stdout
    assert lti(data, "list").stdout == "Our Moodle: https://moodle.example.org, client AbC\n"

    assert "Accounts, classes and work stay." in lti(data, "remove", "Our Moodle").stdout
    assert "sends nobody any more" in lti(data, "list").stdout
    again = lti(data, "remove", "Our Moodle")
    assert again.returncode == 2
    assert "`upslope lti list` names them" in again.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["Canvas", "--issuer", "https://c.example", "--client-id", "7"],
            "--auth-url, --token-url, --keyset-url",
        ),
        (
            ["Moodle", "--moodle", "http://moodle.example.org", "--client-id", "7"],
            "does not begin with https://",
        ),
        (["--moodle", "https://moodle.example.org", "--client-id", "7"], "needs a name"),
    ],
)
def test_what_is_missing_or_unsafe_is_said(data: Path, words: list[str], said: str) -> None:
    refused = lti(data, "add", *words)
    assert refused.returncode == 2
    assert said in refused.stderr

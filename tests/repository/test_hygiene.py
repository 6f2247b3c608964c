"""The repository speaks of the project alone, in names that say what a file does."""

import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BANNED_STEMS = {"utils", "helpers", "common", "services", "manager", "misc", "util", "helper"}
MACHINE_PATH = re.compile(r"(?<![\w.])/(work|root|home)/\w")
REGISTRY_HOST = re.compile(r"pypi\.org|pythonhosted|npmjs\.|registry\.yarn|debian\.org")
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)  # what stands there may look like a link and be maths
OWN_SOURCE = Path(__file__).resolve()


@cache
def tracked_files() -> tuple[Path, ...]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return tuple(ROOT / name for name in listed if (ROOT / name).is_file())


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def test_no_file_is_named_for_being_miscellaneous() -> None:
    assert [p for p in tracked_files() if p.stem in BANNED_STEMS] == []


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY_HOST], ids=["machine path", "registry host"])
def test_no_file_mentions_a_machine_or_a_registry(pattern: re.Pattern[str]) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in tracked_files()
        if path != OWN_SOURCE and (match := pattern.search(text_of(path)))
    ]
    assert found == []


def test_no_third_party_code_is_committed() -> None:
    outsiders = {"node_modules", "vendor", "third_party", "built"}
    assert [p for p in tracked_files() if outsiders & set(p.relative_to(ROOT).parts)] == []


def test_lock_files_hold_no_download_addresses() -> None:
    assert "://" not in text_of(ROOT / "requirements.lock")
    assert '"resolved"' not in text_of(ROOT / "package-lock.json")


def test_every_direct_dependency_is_pinned_and_explained() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    lock = text_of(ROOT / "requirements.lock").lower()
    for requirement in project["project"]["dependencies"]:
        name = re.split(r"[\[<>=]", requirement)[0].lower()
        assert re.search(rf"^{re.escape(name)}==", lock, re.MULTILINE), f"{name} is not in requirements.lock"
    explained = text_of(ROOT / "ARCHITECTURE.md").lower()
    unexplained = [
        requirement
        for requirement in project["project"]["dependencies"]
        if re.split(r"[\[<>=]", requirement)[0].lower() not in explained
    ]
    assert unexplained == []


def test_every_python_package_directory_is_a_real_package() -> None:
    packages = {p.parent for p in (ROOT / "src" / "upslope").rglob("*.py")}
    assert [p for p in packages if not (p / "__init__.py").exists()] == []


def test_links_in_the_documents_lead_somewhere() -> None:
    broken = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in tracked_files()
        if path.suffix == ".md" and "courses" not in path.relative_to(ROOT).parts
        for target in re.findall(r"\]\(([^)#\s]+)\)", CODE.sub("", text_of(path)))
        if not re.match(r"[a-z]+:", target) and not (path.parent / target).exists()
    ]
    assert broken == []


def test_every_make_target_that_the_documents_name_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md"):
        named = set(re.findall(r"`make ([a-z]+)`", text_of(ROOT / name)))
        assert named <= targets, name

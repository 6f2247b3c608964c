"""What learner code may read holds nothing of ours, and all that Python needs."""

import sys
from pathlib import Path

import numpy as np
import pytest

from upslope.course import default_course_path
from upslope.grading.sandbox import readable
from upslope.grading.sandbox.launch import GRADING, SESSIONS, Profile

OURS = [Path(readable.__file__), default_course_path() / "course.toml"]


@pytest.mark.parametrize("profile", [GRADING, SESSIONS], ids=["grading", "lab pages"])
def test_nothing_of_ours_stands_below_anything_that_may_be_read(profile: Profile) -> None:
    allowed = [Path(path) for path in readable.allowed_files(profile.packages)]
    packages = Path(np.__file__).parents[1]
    for path in (*OURS, packages / "django" / "__init__.py", packages / "upslope.pth", Path("/etc/passwd")):
        assert [above for above in allowed if path.is_relative_to(above)] == []


def test_python_and_the_packages_of_the_profile_may_be_read() -> None:
    allowed = [Path(path) for path in readable.allowed_files(GRADING.packages)]
    for module in ("json", "wave", "numpy", "numpy.linalg"):
        __import__(module)
        place = Path(sys.modules[module].__file__ or "")
        assert [above for above in allowed if place.is_relative_to(above)], module


def test_only_plotting_may_read_what_draws() -> None:
    assert not any("matplotlib" in path for path in readable.allowed_files(GRADING.packages))
    assert any("matplotlib" in path for path in readable.allowed_files(SESSIONS.packages))


def test_a_standard_library_that_holds_other_packages_is_named_entry_by_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "site-packages/upslope", "dist-packages/django"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "wave.py").touch()
    monkeypatch.setattr(readable, "interpreter_files", lambda: [tmp_path])
    named = {Path(path).name for path in readable.allowed_files([]) if Path(path).is_relative_to(tmp_path)}
    assert named == {"json", "wave.py"}


def test_a_package_that_is_not_installed_is_no_hindrance() -> None:
    assert readable.package_files(["no_such_package"]) == []
    assert readable.import_paths(["no_such_package", "numpy", "numpy.linalg"])

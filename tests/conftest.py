"""What every test can ask for."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from upslope.questions import code_runner

pytest_plugins = ["tests.support.cast", "tests.support.courses"]

# A busy machine is slow at times, and no test is about the clock.
settings.register_profile("upslope", deadline=None)
settings.load_profile("upslope")


@pytest.fixture(autouse=True)
def _the_next_test_finds_the_usual_code_runner() -> Iterator[None]:
    """`upslope check` installs one that draws the same arguments every time."""
    usual = code_runner.current()
    yield
    code_runner.uninstall()
    if usual is not None:
        code_runner.install(usual)

"""What every test can ask for."""

from hypothesis import settings

pytest_plugins = ["tests.support.cast", "tests.support.courses"]

# A busy machine is slow at times, and no test is about the clock.
settings.register_profile("upslope", deadline=None)
settings.load_profile("upslope")

"""What every test can ask for."""

pytest_plugins = ["tests.support.cast", "tests.support.courses"]

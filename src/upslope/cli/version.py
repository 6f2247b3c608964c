"""``upslope version``."""

from argparse import ArgumentParser
from collections.abc import Sequence
from importlib.metadata import version


def run(arguments: Sequence[str]) -> int:
    """Print the version."""
    ArgumentParser(prog="upslope version", description="Print the version.").parse_args(arguments)
    print("upslope", version("upslope"))
    return 0

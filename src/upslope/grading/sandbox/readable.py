"""What learner code may read: the interpreter's own files and the packages of a profile, nothing of ours."""

import importlib.util
import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

LIBRARIES = ("/usr/lib", "/usr/lib64", "/lib", "/lib64")
OTHER_PACKAGES = ("site-packages", "dist-packages")


def standard_library() -> set[Path]:
    """Return the folders of the standard library itself, not of the virtual environment we may be in."""
    base = {"platbase": sys.base_exec_prefix}
    return {Path(sysconfig.get_path(name, vars=base)) for name in ("stdlib", "platstdlib")}


def other_packages() -> list[Path]:
    """Return folders inside the standard library that hold other packages, ours perhaps."""
    inside = {folder / name for folder in standard_library() for name in OTHER_PACKAGES}
    return sorted(path for path in {*inside, Path("/usr/lib/python3/dist-packages")} if path.is_dir())


def interpreter_files() -> list[Path]:
    """Return the interpreter, its library and its standard library."""
    found = {Path(os.path.realpath(sys.executable)), *standard_library()}
    folders = (sysconfig.get_config_var("LIBDIR"), os.path.join(sys.base_prefix, "lib"))
    for folder in folders:
        if folder and os.access(folder, os.R_OK | os.X_OK):
            found |= set(Path(folder).glob("libpython3*.so*"))
    return sorted(path for path in found if path.exists())


def package_files(packages: Iterable[str]) -> list[Path]:
    """Return the folders (or files) of packages, and the shared libraries that wheels keep beside them."""
    found: set[Path] = set()
    for name in packages:
        place = _place_of(name)
        if place is not None:
            wheel = {"PIL": "pillow"}.get(name, name)
            found |= {place, *place.parent.glob(f"{wheel}.libs")}
    return sorted(found)


def import_paths(packages: Iterable[str]) -> list[str]:
    """Return the folders in which packages are found, each once."""
    places = (_place_of(name) for name in packages)
    return list(dict.fromkeys(str(place.parent) for place in places if place is not None))


def allowed_files(packages: Iterable[str]) -> list[str]:
    """Return the files and folders that learner code may read, so that nothing of ours stands below one.

    A rule for a folder holds for all that is below it. So a folder that holds other packages too is named
    entry by entry, without those; and of the system's libraries only the folders of shared libraries are.
    """
    kind = sysconfig.get_config_var("MULTIARCH") or "no-such-folder"
    shared = {path / kind for path in map(Path, LIBRARIES)} | {Path("/usr/lib64"), Path("/lib64")}
    folders = {*interpreter_files(), *(path.resolve() for path in shared if path.is_dir())}
    named = [entry for folder in sorted(folders) for entry in _without_packages(folder)]
    return [str(path) for path in (*named, *package_files(packages))]


def _without_packages(path: Path) -> Iterator[Path]:
    try:
        entries = sorted(path.iterdir()) if path.is_dir() else []
    except OSError:
        entries = []
    pythons = [entry for entry in entries if entry.name in OTHER_PACKAGES or entry.name.startswith("python3")]
    if pythons:
        yield from (entry for entry in entries if entry not in pythons)
    else:
        yield path


def _place_of(name: str) -> Path | None:
    spec = importlib.util.find_spec(name)
    if spec is None:
        return None
    if spec.submodule_search_locations:
        return Path(next(iter(spec.submodule_search_locations)))
    return Path(spec.origin) if spec.origin else None

"""How an interpreter for learner code is started: the command, what it can see, and what it imports."""

import json
import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from upslope.grading.sandbox.readable import (
    LIBRARIES,
    allowed_files,
    import_paths,
    interpreter_files,
    other_packages,
    package_files,
)

NOBODY = 65534
RUNNER = Path(__file__).resolve().parents[1] / "runner"
BOOT = (
    "import json, sys; paths = json.loads(sys.argv[1]); sys.path[:0] = paths[:1]; sys.path += paths[1:]; "
    "from runner.{module} import serve; serve({descriptor}json.loads(sys.argv[2]))"
)
ENVIRONMENT = {
    "HOME": "/tmp",
    "LANG": "C.UTF-8",
    "MPLBACKEND": "svg",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "PATH": "/nowhere",
    "PYTHONDONTWRITEBYTECODE": "1",
}
MIB = 1024 * 1024


@dataclass(frozen=True)
class Profile:
    """What a zygote imports before it forks, what a child may import later, and the limits of a child.

    ``spare`` children are kept ready, warm and shut in, for those who come next.
    """

    preload: tuple[str, ...]
    packages: tuple[str, ...]
    stand_ins: bool
    limits: Mapping[str, int] = field(default_factory=dict)
    spare: int = 1


PLOTTING = (
    "matplotlib",
    "mpl_toolkits",
    "contourpy",
    "cycler",
    "dateutil",
    "fontTools",
    "kiwisolver",
    "packaging",
    "PIL",
    "pyparsing",
    "six",
)
LIMITS = {"core": 0, "file_size": MIB, "open_files": 64, "processes": 0}
GRADING = Profile(
    preload=("numpy", "numpy.random"),  # numpy loads its random numbers late, in every child anew
    packages=("numpy", "scipy"),
    stand_ins=True,
    limits={**LIMITS, "address_space": 1024 * MIB, "cpu": 5},
    spare=2,
)
SESSIONS = Profile(
    preload=("numpy", "numpy.random", "matplotlib.pyplot", "matplotlib.backends.backend_svg"),
    packages=("numpy", "scipy", *PLOTTING),
    stand_ins=False,
    limits={**LIMITS, "address_space": 2048 * MIB, "cpu": 600},
)


def direct_command(control_fd: int, profile: Profile) -> list[str]:
    """Return the command of a zygote that is an ordinary process. Started by root it does not stay root."""
    settings = {**_settings(profile), "user": NOBODY, "readable": allowed_files(profile.packages)}
    paths = [str(RUNNER.parent), *import_paths(profile.packages)]
    return _interpreter(f"{control_fd}, ", "zygote", paths, settings)


def alone_command(port: int, profile: Profile) -> list[str]:
    """Return the command of an interpreter for a single job, which it asks for at ``port``."""
    paths = [str(RUNNER.parent), *import_paths(profile.packages)]
    return _interpreter("", "alone", paths, {**_settings(profile), "port": port})


def bubblewrap_command(control_fd: int, profile: Profile) -> list[str] | None:
    """Return the command of a zygote inside bubblewrap, or None where there is no bubblewrap.

    Started by root, it keeps the right to change its user, uses it at once for an unprivileged one, and has
    none left. Started by anyone else, it gets a user namespace.
    """
    program = shutil.which("bwrap")
    if program is None:
        return None
    as_root = os.getuid() == 0
    users = (
        ["--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
        if as_root
        else ["--unshare-user", "--uid", str(NOBODY), "--gid", str(NOBODY)]
    )
    settings = {
        **_settings(profile),
        "user": NOBODY if as_root else 0,
        "readable": allowed_files(profile.packages),
    }
    paths = ["/upslope", *import_paths(profile.packages)]
    inner = _interpreter(f"{control_fd}, ", "zygote", paths, settings)
    return [program, *users, *_isolation(), *_mounts(profile), "--", *inner]


def _settings(profile: Profile) -> dict[str, Any]:
    return {
        "preload": profile.preload,
        "stand_ins": profile.stand_ins,
        "links": not profile.stand_ins,  # only real plotting follows symbolic links to its data
        "limits": dict(profile.limits),
    }


def _interpreter(descriptor: str, module: str, paths: list[str], settings: dict[str, Any]) -> list[str]:
    interpreter = os.path.realpath(sys.executable)
    boot = BOOT.format(module=module, descriptor=descriptor)
    return [interpreter, "-I", "-S", "-B", "-c", boot, json.dumps(paths), json.dumps(settings)]


def _isolation() -> list[str]:
    spaces = ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
    environment = [word for name, value in ENVIRONMENT.items() for word in ("--setenv", name, value)]
    return [
        *spaces,
        "--hostname",
        "sandbox",
        "--die-with-parent",
        "--new-session",
        "--clearenv",
        *environment,
    ]


def _mounts(profile: Profile) -> list[str]:
    """Return the mounts: system libraries, the interpreter, the packages of the profile, nothing else."""
    # /tmp comes first: what is installed below it must not be covered.
    words = ["--perms", "1777", "--tmpfs", "/tmp", "--dev", "/dev", "--chdir", "/tmp"]
    made = {Path("/tmp")}
    for path in map(Path, LIBRARIES):
        if path.is_symlink():
            words += ["--symlink", os.readlink(path), str(path)]
        elif path.is_dir():
            words += _mount(path, path, made)
    for path in interpreter_files():
        if not path.is_relative_to("/usr/lib"):
            words += _mount(path, path, made)
    for path in other_packages():
        words += ["--perms", "0755", "--tmpfs", str(path)]
    for path in package_files(profile.packages):
        words += _mount(path, path, made)
    return [*words, *_mount(RUNNER, Path("/upslope/runner"), made)]


def _mount(source: Path, target: Path, made: set[Path]) -> list[str]:
    """Bind one path. Folders above it are made readable first: bubblewrap makes them for their owner only."""
    words: list[str] = []
    for folder in reversed(target.parents):
        if folder != Path("/") and folder not in made:
            made.add(folder)
            words += ["--perms", "0755", "--dir", str(folder)]
    return [*words, "--ro-bind", str(source), str(target)]

"""How a zygote is started: the command, what it can see, and what it imports."""

import importlib.util
import json
import os
import shutil
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

NOBODY = 65534
RUNNER = Path(__file__).resolve().parent / "runner"
BOOT = (
    "import json, sys; paths = json.loads(sys.argv[2]); sys.path[:0] = paths[:1]; sys.path += paths[1:]; "
    "from runner.zygote import serve; serve(int(sys.argv[1]), json.loads(sys.argv[3]))"
)
ENVIRONMENT = {
    "HOME": "/tmp",
    "LANG": "C.UTF-8",
    "MPLBACKEND": "svg",
    "MPLCONFIGDIR": "/tmp",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "PATH": "/nowhere",
    "PYTHONDONTWRITEBYTECODE": "1",
}
MIB = 1024 * 1024


@dataclass(frozen=True)
class Profile:
    """What a zygote imports before it forks, what a child may import later, and the limits of a child."""

    preload: tuple[str, ...]
    packages: tuple[str, ...]
    stand_ins: bool
    limits: Mapping[str, int] = field(default_factory=dict)


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
    limits={**LIMITS, "address_space": 1024 * MIB, "cpu": 10},
)
SESSIONS = Profile(
    preload=("numpy", "matplotlib.pyplot", "matplotlib.backends.backend_svg"),
    packages=("numpy", "scipy", *PLOTTING),
    stand_ins=False,
    limits={**LIMITS, "address_space": 2048 * MIB, "cpu": 600},
)


def plain_command(control_fd: int, profile: Profile) -> list[str]:
    """Return the command of a zygote that is an ordinary process."""
    paths = [str(RUNNER.parent), *_import_paths(profile)]
    return _interpreter_command(control_fd, profile, paths, user=0)


def bubblewrap_command(control_fd: int, profile: Profile) -> list[str] | None:
    """Return the command of a zygote inside bubblewrap, or None where there is no bubblewrap (or no
    pidfd, without which nobody outside could end a child).

    Started by root, it keeps the right to change its user, uses it at once for an unprivileged one, and has
    none
    left. Started by anyone else, it gets a user namespace.
    """
    program = shutil.which("bwrap")
    if program is None or not hasattr(os, "pidfd_open"):
        return None
    as_root = os.getuid() == 0
    users = (
        ["--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
        if as_root
        else ["--unshare-user", "--uid", str(NOBODY), "--gid", str(NOBODY)]
    )
    inner = _interpreter_command(
        control_fd, profile, ["/upslope", *_import_paths(profile)], user=NOBODY if as_root else 0
    )
    return [program, *users, *_isolation(), *_mounts(profile), "--", *inner]


def _interpreter_command(control_fd: int, profile: Profile, paths: list[str], user: int) -> list[str]:
    settings = {
        "preload": profile.preload,
        "stand_ins": profile.stand_ins,
        "limits": dict(profile.limits),
        "user": user,
        "secret": __file__,
    }
    interpreter = os.path.realpath(sys.executable)
    return [
        interpreter,
        "-I",
        "-S",
        "-B",
        "-c",
        BOOT,
        str(control_fd),
        json.dumps(paths),
        json.dumps(settings),
    ]


def _isolation() -> list[str]:
    spaces = ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
    environment = [word for name, value in ENVIRONMENT.items() for word in ("--setenv", name, value)]
    return [*spaces, "--die-with-parent", "--new-session", "--clearenv", *environment]


def _mounts(profile: Profile) -> list[str]:
    """Return the mounts: system libraries, the interpreter, the packages of the profile, nothing else."""
    # /tmp comes first: what is installed below it must not be covered.
    words = ["--perms", "1777", "--tmpfs", "/tmp", "--dev", "/dev", "--chdir", "/tmp"]
    made = {Path("/tmp")}
    for path in map(Path, ("/usr/lib", "/usr/lib64", "/lib", "/lib64")):
        if path.is_symlink():
            words += ["--symlink", os.readlink(path), str(path)]
        elif path.is_dir():
            words += _mount(path, path, made)
    for path in _interpreter_files():
        if not path.is_relative_to("/usr/lib"):
            words += _mount(path, path, made)
    for path in _installed_packages():
        words += ["--perms", "0755", "--tmpfs", str(path)]
    for path in _package_files(profile):
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


def _standard_library() -> set[Path]:
    """Return the folders of the standard library itself, not of the virtual environment we may be in."""
    base = {"platbase": sys.base_exec_prefix}
    return {Path(sysconfig.get_path(name, vars=base)) for name in ("stdlib", "platstdlib")}


def _installed_packages() -> list[Path]:
    """Return folders inside the ones above that hold other packages, ours perhaps: they are covered up."""
    inside = {folder / "site-packages" for folder in _standard_library()}
    return sorted(path for path in {*inside, Path("/usr/lib/python3/dist-packages")} if path.is_dir())


def _interpreter_files() -> list[Path]:
    found = {Path(os.path.realpath(sys.executable)), *_standard_library()}
    folders = (sysconfig.get_config_var("LIBDIR"), os.path.join(sys.base_prefix, "lib"))
    for folder in folders:
        if folder and os.access(folder, os.R_OK | os.X_OK):
            found |= set(Path(folder).glob("libpython3*.so*"))
    return sorted(path for path in found if path.exists())


def _package_files(profile: Profile) -> list[Path]:
    """Return the folders (or files) of the packages, and the shared libraries that wheels keep beside
    them.
    """
    found: set[Path] = set()
    for name in profile.packages:
        place = _place_of(name)
        if place is not None:
            wheel = {"PIL": "pillow"}.get(name, name)
            found |= {place, *place.parent.glob(f"{wheel}.libs")}
    return sorted(found)


def _place_of(name: str) -> Path | None:
    spec = importlib.util.find_spec(name)
    if spec is None:
        return None
    if spec.submodule_search_locations:
        return Path(next(iter(spec.submodule_search_locations)))
    return Path(spec.origin) if spec.origin else None


def _import_paths(profile: Profile) -> Iterable[str]:
    places = (_place_of(name) for name in profile.packages)
    return dict.fromkeys(str(place.parent) for place in places if place is not None)

"""No byte of this machine is read, none is written: there are only Python's own libraries, only to read."""

import os
from pathlib import Path

import pytest

from tests.grading.sandbox.attacks.attacking import BY_HAND, SECRET, Hosts, said
from upslope.course import default_course_path
from upslope.grading.sandbox import Sandbox

REFUSED = (
    "PermissionError",
    "FileNotFoundError",
    "NotADirectoryError",
    "OSError",
    "OperationalError",  # what a database says
    "ModuleNotFoundError",  # in tier B below a folder of root's: what is not loaded is out of reach too
)
READING: dict[str, str] = {
    "opening it": "raise Exception(open({secret!r}).read())",
    "opening it by descriptor": "import os\nfd = os.open({secret!r}, os.O_RDONLY)\n"
    "raise Exception(os.read(fd, 99))",
    "opening only its path": "import os\nfd = os.open({secret!r}, os.O_PATH)\n"
    "raise Exception(open(f'/proc/self/fd/{{fd}}').read())",
    "by the system call": BY_HAND
    + "fd = system_call({open}, -100, {secret!r}.encode(), 0)\nraise Exception(os.read(fd, 99))",
    "by the newer system call": BY_HAND
    + "how = (ctypes.c_uint64 * 3)(0, 0, 0)\nfd = system_call(437, -100, {secret!r}.encode(), how, 24)\n"
    "raise Exception(os.read(fd, 99))",
    "by the C library": "import ctypes\nlibc = ctypes.CDLL(None)\nlibc.fopen.restype = ctypes.c_void_p\n"
    "f = libc.fopen({secret!r}.encode(), b'r')\nif not f: raise PermissionError\n"
    "b = ctypes.create_string_buffer(99)\nlibc.fgets(b, 99, ctypes.c_void_p(f))\nraise Exception(b.value)",
    "by numpy": "import numpy as np\nraise Exception(np.fromfile({secret!r}, 'u1').tobytes())",
    "by mapping it": "import numpy as np\nraise Exception(np.memmap({secret!r}, mode='r').tobytes())",
    "as a module": "from importlib.machinery import SourceFileLoader\n"
    "raise Exception(SourceFileLoader('secret', {secret!r}).get_data({secret!r}))",
    "through a traceback": "import linecache\nlines = linecache.getlines({secret!r})\n"
    "raise (Exception(lines) if lines else PermissionError)",
    "through a symbolic link": "import os\nos.symlink({secret!r}, '/tmp/link')\n"
    "raise Exception(open('/tmp/link').read())",
    "through a hard link": "import os\nos.link({secret!r}, '/tmp/link')\n"
    "raise Exception(open('/tmp/link').read())",
    "by listing the folder": "import os\nraise Exception(os.listdir({folder!r}))",
    "through dots": "raise Exception(open('/usr/lib/' + '../' * 9 + {secret!r}).read())",
    "from another root": "import os\nos.chroot({folder!r})\nraise Exception(open('/secret.txt').read())",
    "from a handle": BY_HAND + "system_call({handle}, -100, {secret!r}.encode(), bytes(200), bytes(8), 0)",
}
NUMBERS = {
    "open": {"x86_64": 257}.get(os.uname().machine, 56),
    "handle": {"x86_64": 303}.get(os.uname().machine, 264),
}


@pytest.mark.parametrize("name", READING)
def test_a_file_of_this_machine_is_not_read(strong: Sandbox, hosts: Hosts, name: str) -> None:
    answer = said(strong, READING[name].format(**hosts._asdict(), **NUMBERS))
    assert SECRET not in answer
    assert "secret.txt']" not in answer
    assert answer.startswith(REFUSED)


def test_no_tier_lets_anything_be_read_or_written(every_sandbox: Sandbox, hosts: Hosts) -> None:
    for source in (*READING.values(), *WRITING.values()):
        answer = said(every_sandbox, source.format(**hosts._asdict(), **NUMBERS))
        assert SECRET not in answer
        assert "secret.txt']" not in answer
        assert answer.startswith(REFUSED), source


PLACES = (
    "/proc/self/environ",
    "/proc/self/maps",
    "/proc/self/mem",
    "/proc/1/environ",
    "/proc/mounts",
    "/etc/passwd",
    "/etc/hostname",
    "/sys/kernel",
    "/dev/mem",
    "/dev/kmsg",
    "/run",
    "/root",
    "/home",
    "/var",
    "/tmp",
    ".",
)


def test_nothing_is_found_where_one_would_look_first(every_sandbox: Sandbox) -> None:
    source = (
        "import os\nif os.path.isdir({0!r}): raise Exception(os.listdir({0!r}))\n"
        "raise Exception(open({0!r}).read())"
    )
    for place in PLACES:
        assert said(every_sandbox, source.format(place)).startswith(REFUSED), place


def test_the_checks_of_the_lab_are_not_read(every_sandbox: Sandbox, checks_path: Path) -> None:
    assert said(every_sandbox, f"raise Exception(open({str(checks_path)!r}).read())").startswith(REFUSED)
    assert said(every_sandbox, "import upslope.grading.judging.judge as j\nraise Exception(j)").startswith(
        ("ModuleNotFoundError", "PermissionError", "ImportError")
    )


def test_no_descriptor_but_ones_own_is_open(every_sandbox: Sandbox) -> None:
    source = (
        "import os\nopened = []\nfor fd in range(1024):\n"
        "    try: os.fstat(fd)\n    except OSError: continue\n"
        "    opened.append(fd)\nraise Exception(len(opened), opened[:3])"
    )
    assert said(every_sandbox, source) == "Exception: (4, [0, 1, 2])"


WRITING: dict[str, str] = {
    "a new file": "open({folder!r} + '/new', 'w').write('x')",
    "the file itself": "open({secret!r}, 'a').write('x')",
    "its end": "import os\nos.truncate({secret!r}, 0)",
    "its name": "import os\nos.rename({secret!r}, {folder!r} + '/other')",
    "its rights": "import os\nos.chmod({secret!r}, 0)",
    "its time": "import os\nos.utime({secret!r})",
    "its life": "import os\nos.unlink({secret!r})",
    "a folder": "import os\nos.mkdir({folder!r} + '/new')",
    "a pipe": "import os\nos.mkfifo({folder!r} + '/new')",
    "a file without a name": "import os\nos.open({folder!r}, os.O_TMPFILE | os.O_RDWR)",
    "a database": "import sqlite3\nsqlite3.connect({folder!r} + '/new').execute('create table t (a)')",
    "an array": "import numpy as np\nnp.save({folder!r} + '/new.npy', np.ones(3))",
    "a temporary file": "import tempfile\ntempfile.NamedTemporaryFile(dir={folder!r})",
    "the memory disk": "open('/dev/shm/new', 'w').write('x')",
    "the folder for others to find": "open('/tmp/new', 'w').write('x')",
    "by the system call": BY_HAND + "system_call({open}, -100, {secret!r}.encode(), 1 | 64, 0o666)",
}


@pytest.mark.parametrize("name", WRITING)
def test_nothing_is_written(strong: Sandbox, hosts: Hosts, name: str) -> None:
    assert said(strong, WRITING[name].format(**hosts._asdict(), **NUMBERS)).startswith(REFUSED)


def test_the_course_folder_stays_as_it_is(every_sandbox: Sandbox) -> None:
    course = default_course_path()
    before = sorted(path.name for path in course.iterdir())
    assert said(every_sandbox, f"open({str(course / 'new.py')!r}, 'w').write('x')").startswith(REFUSED)
    assert sorted(path.name for path in course.iterdir()) == before


def test_the_environment_says_nothing(monkeypatch: pytest.MonkeyPatch, strong: Sandbox) -> None:
    monkeypatch.setenv("UPSLOPE_SECRET", SECRET)
    read_by_c = "import ctypes\nlibc = ctypes.CDLL(None)\nlibc.getenv.restype = ctypes.c_char_p\n"
    with Sandbox() as started_since:
        for sandbox in (strong, started_since):
            assert SECRET not in said(sandbox, "import os\nraise Exception(dict(os.environ))")
            assert (
                said(sandbox, read_by_c + "raise Exception(libc.getenv(b'UPSLOPE_SECRET'))")
                == "Exception: None"
            )


def test_the_name_of_this_machine_is_not_known(strong: Sandbox) -> None:
    if strong.tier.name != "A":
        pytest.skip("only bubblewrap hides it")
    assert said(strong, "import os\nraise Exception(os.uname().nodename)") == "Exception: sandbox"


def test_what_python_was_started_with_names_no_path_of_ours(strong: Sandbox, checks_path: Path) -> None:
    answer = said(strong, "import sys\nraise Exception(sys.argv, sys.orig_argv[-1][:200], sys.path)")
    assert str(checks_path.parents[2]) not in answer

"""Which system calls learner code may make: what calculating and reading one's own libraries needs, no more.

Everything else fails with "operation not permitted", so that the learner sees a PermissionError.
"""

import ctypes
import errno
from collections.abc import Iterable

from . import bpf, syscalls
from .bpf import Bits, Rule

FREE = """
read write readv writev close lseek pread64 recvfrom dup dup2 dup3 poll ppoll select pselect6
nanosleep clock_nanosleep pause restart_syscall stat lstat fstat newfstatat statx access faccessat
faccessat2 getdents64 getcwd munmap mremap madvise brk futex rt_sigaction rt_sigprocmask
rt_sigreturn rt_sigpending rt_sigtimedwait sigaltstack alarm getitimer setitimer getpid gettid
getppid getuid geteuid getgid getegid getgroups getresuid getresgid uname sysinfo getrlimit
getrusage times sched_yield sched_getaffinity getcpu time gettimeofday clock_gettime clock_getres
getrandom exit exit_group
"""
LINKS = ("readlink", "readlinkat")  # what plotting needs besides, to find its data

WRITING = 0o3 | 0o100 | 0o1000 | 0o2000 | 0o10000000 | 0o20000000  # and O_CREAT … O_APPEND, O_PATH, O_TMPFILE
WRITE, EXECUTE, ANONYMOUS = 2, 4, 0x20
POINTER, INT = 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFF
DUPLICATE, GET_FLAGS, SET_FLAGS, GET_STATUS, SET_STATUS, DUPLICATE_CLOSING = 0, 1, 2, 3, 4, 1030
TERMINAL, WAITING, BLOCKING, KEEP, DROP = (
    0x5401,
    0x541B,
    0x5421,
    0x5450,
    0x5451,
)  # TCGETS, FIONREAD, FIONBIO …


def _one_of(index: int, values: Iterable[int]) -> tuple[tuple[Bits, ...], ...]:
    return tuple((Bits(index, INT, value),) for value in values)


#: Calls whose arguments are looked at: (alternatives of conditions).
LOOKED_AT: dict[str, tuple[tuple[Bits, ...], ...]] = {
    # Memory is data or code from a file, never both: nobody runs what they wrote.
    "mmap": ((Bits(2, EXECUTE),), (Bits(2, WRITE), Bits(3, ANONYMOUS))),
    "mprotect": ((Bits(2, EXECUTE),),),
    "open": ((Bits(1, WRITING),),),
    "openat": ((Bits(2, WRITING),),),
    "fcntl": _one_of(1, (DUPLICATE, GET_FLAGS, SET_FLAGS, GET_STATUS, SET_STATUS, DUPLICATE_CLOSING)),
    "ioctl": _one_of(1, (TERMINAL, WAITING, BLOCKING, KEEP, DROP)),
    "sendto": ((Bits(4, POINTER),),),  # no address: only to whom the socket is connected
    "prlimit64": ((Bits(0, INT), Bits(2, POINTER)),),  # one's own limits, and only to read them
}
#: The C library tries these first, and takes an older call if they are not there at all.
NEWER = ("clone3", "openat2")


def program(kind: str, *, links: bool) -> bytes:
    """Return the filter for a kind of machine, with or without the reading of symbolic links."""
    rules = list(LOOKED_AT.items())
    rules += [(name, ((),)) for name in (*FREE.split(), *(LINKS if links else ()))]
    known = [(syscalls.number_of(name, kind), alternatives) for name, alternatives in rules]
    made = [Rule(number, alternatives) for number, alternatives in known if number is not None]
    missing = bpf.REFUSE | bpf.NO_SUCH_CALL
    numbers = [syscalls.number_of(name, kind) for name in NEWER]
    made += [Rule(number, (), missing) for number in numbers if number is not None]
    return bpf.assemble(kind, made)


def is_available() -> bool:
    """Whether this kernel filters system calls. Changes nothing."""
    kill = ctypes.c_uint32(bpf.KILL)
    try:
        syscalls.call("seccomp", ctypes.c_uint(2), ctypes.c_uint(0), ctypes.byref(kill))
    except OSError as error:
        return error.errno not in (errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.EOPNOTSUPP)
    return True


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def load(filter_program: bytes) -> None:
    """Put this process, and all it may become, under the filter for good. Raises OSError if it is refused.

    The process must have given up getting new privileges before (see confine).
    """
    described = _Program(len(filter_program) // bpf.INSTRUCTION.size, filter_program)
    syscalls.call("seccomp", ctypes.c_uint(1), ctypes.c_uint(0), ctypes.byref(described))

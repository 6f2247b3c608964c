"""The filter of system calls, against the kernel's own names for them and a second reading of the program."""

import ctypes
import ctypes.util
import os
import re
import struct
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upslope.grading.runner import bpf, seccomp, syscalls

EPERM, ENOSYS = bpf.REFUSE | 1, bpf.REFUSE | 38
MACHINES = syscalls.MACHINES


def verdict(program: bytes, machine: int, number: int, arguments: Sequence[int] = ()) -> int:
    """Run a filter as the manual describes it (struct seccomp_data, little end first)."""
    six = [*arguments, *[0] * (6 - len(arguments))]
    record = struct.pack("<iIQ6Q", number, machine, 0, *[value % 2**64 for value in six])
    lines = list(struct.iter_unpack("HBBI", program))
    at, held = 0, 0
    while True:
        code, if_true, if_false, operand = lines[at]
        at += 1
        if code == 0x20:  # BPF_LD | BPF_W | BPF_ABS
            (held,) = struct.unpack_from("<I", record, operand)
        elif code == 0x54:  # BPF_ALU | BPF_AND | BPF_K
            held &= operand
        elif code == 0x15:  # BPF_JMP | BPF_JEQ | BPF_K
            at += if_true if held == operand else if_false
        elif code == 0x35:  # BPF_JMP | BPF_JGE | BPF_K
            at += if_true if held >= operand else if_false
        else:
            assert code == 0x06  # BPF_RET | BPF_K
            return int(operand)


def of_call(kind: str, name: str, *arguments: int, links: bool = False) -> int:
    number = syscalls.number_of(name, kind)
    assert number is not None
    return verdict(seccomp.program(kind, links=links), bpf.AUDIT_MACHINES[kind], number, arguments)


@pytest.fixture(scope="module")
def oracle() -> ctypes.CDLL:
    found = ctypes.util.find_library("seccomp")
    if found is None:
        pytest.skip("libseccomp is not on this machine")
    library = ctypes.CDLL(found)
    library.seccomp_syscall_resolve_name_arch.argtypes = [ctypes.c_uint32, ctypes.c_char_p]
    return library


@pytest.mark.parametrize("kind", MACHINES)
def test_every_number_is_the_one_libseccomp_knows(oracle: ctypes.CDLL, kind: str) -> None:
    for name in syscalls.NUMBERS:
        known = oracle.seccomp_syscall_resolve_name_arch(bpf.AUDIT_MACHINES[kind], name.encode())
        assert syscalls.number_of(name, kind) == (known if known >= 0 else None), name


@pytest.mark.parametrize("kind", MACHINES)
def test_what_calculating_needs_is_allowed(kind: str) -> None:
    for name in ("read", "write", "futex", "munmap", "rt_sigreturn", "getrandom", "exit_group"):
        assert of_call(kind, name) == bpf.ALLOW


@pytest.mark.parametrize("kind", MACHINES)
@pytest.mark.parametrize("links", [False, True])
@given(st.integers(0, 1023))
def test_a_call_that_is_not_on_the_list_is_refused(kind: str, links: bool, number: int) -> None:
    names = {*seccomp.FREE.split(), *seccomp.LOOKED_AT, *seccomp.NEWER, *(seccomp.LINKS if links else ())}
    listed = {syscalls.number_of(name, kind) for name in names}
    found = verdict(seccomp.program(kind, links=links), bpf.AUDIT_MACHINES[kind], number, [2**64 - 1] * 6)
    assert number in listed or found == EPERM


@pytest.mark.parametrize("kind", MACHINES)
@given(machine=st.integers(0, 2**32 - 1), number=st.integers(0, 600))
def test_the_numbers_of_another_machine_end_the_process(kind: str, machine: int, number: int) -> None:
    if machine != bpf.AUDIT_MACHINES[kind]:
        assert verdict(seccomp.program(kind, links=True), machine, number) == bpf.KILL


@given(st.integers(0, 600))
def test_the_second_set_of_numbers_of_x86_64_ends_the_process(number: int) -> None:
    program = seccomp.program("x86_64", links=True)
    assert verdict(program, bpf.AUDIT_MACHINES["x86_64"], 0x40000000 | number) == bpf.KILL


WRITING = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND", "O_TMPFILE", "O_PATH")


@pytest.mark.parametrize("kind", MACHINES)
@given(flags=st.integers(0, 2**32 - 1))
def test_files_are_opened_only_to_be_read(kind: str, flags: int) -> None:
    bits = [0o1, 0o2, 0o100, 0o1000, 0o2000, 0o20000000, 0o10000000]  # asm-generic/fcntl.h, the same on both
    assert (of_call(kind, "openat", 0, 0, flags) == bpf.ALLOW) == (not any(flags & bit for bit in bits))


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="names of this machine's own flags")
@pytest.mark.parametrize("name", WRITING)
def test_pythons_own_flags_for_writing_are_refused(name: str) -> None:
    assert of_call("x86_64", "openat", 0, 0, getattr(os, name)) == EPERM
    assert of_call("x86_64", "open", 0, getattr(os, name)) == EPERM
    assert of_call("x86_64", "openat", 0, 0, os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY) == bpf.ALLOW


@pytest.mark.parametrize("kind", MACHINES)
@given(protection=st.integers(0, 7), flags=st.integers(0, 0x3F))
def test_memory_is_never_both_written_and_run(kind: str, protection: int, flags: int) -> None:
    runs, writes, of_nothing = protection & 4, protection & 2, flags & 0x20
    allowed = of_call(kind, "mmap", 0, 4096, protection, flags) == bpf.ALLOW
    assert allowed == (not runs or not (writes or of_nothing))
    assert (of_call(kind, "mprotect", 0, 4096, protection) == bpf.ALLOW) == (not runs)


@pytest.mark.parametrize("kind", MACHINES)
@given(address=st.integers(0, 2**64 - 1), process=st.integers(0, 2**31))
def test_pointers_are_compared_in_full(kind: str, address: int, process: int) -> None:
    assert (of_call(kind, "sendto", 3, 0, 1, 0, address) == bpf.ALLOW) == (address == 0)
    only_looks = address == 0 and process == 0
    assert (of_call(kind, "prlimit64", process, 7, address, 1) == bpf.ALLOW) == only_looks


@pytest.mark.parametrize("kind", MACHINES)
def test_newer_calls_are_said_not_to_be_there(kind: str) -> None:
    assert {of_call(kind, name) for name in seccomp.NEWER} == {ENOSYS}


def test_only_plotting_may_follow_links() -> None:
    assert of_call("aarch64", "readlinkat", links=False) == EPERM
    assert of_call("aarch64", "readlinkat", links=True) == bpf.ALLOW


@pytest.mark.parametrize("kind", MACHINES)
def test_the_program_is_short_enough_for_the_kernel_and_ends(kind: str) -> None:
    lines = list(struct.iter_unpack("HBBI", seccomp.program(kind, links=True)))
    assert len(lines) < 4096
    for at, (code, if_true, if_false, _) in enumerate(lines):
        assert code == 0x06 or at + 1 + max(if_true, if_false) < len(lines)


def test_unknown_machines_have_no_filter(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, known in (("riscv64", None), ("arm64", "aarch64"), ("x86_64", "x86_64")):
        monkeypatch.setattr("platform.machine", lambda name=name: name)
        assert syscalls.machine() == known or not re.match("linux", os.uname().sysname.lower())

"""How well learner code is shut in, in words for the person who runs the server."""

import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

MACHINE = (
    "Serve other people from Linux on x86_64 or aarch64: only there learner code can be shut in. "
    "On this machine each learner runs their own code."
)
NO_LANDLOCK = (
    "Run Linux 5.13 or later with Landlock switched on: `cat /sys/kernel/security/lsm` should list landlock; "
    "if it does not, add it to lsm= on the kernel's command line."
)
NO_SECCOMP = (
    "Run a Linux kernel with seccomp filters (CONFIG_SECCOMP_FILTER); every distribution's own has them."
)
NO_BUBBLEWRAP = "Install bubblewrap (`apt install bubblewrap`, `dnf install bubblewrap`)."
BUBBLEWRAP_BARRED = (
    "bubblewrap is installed but may not make namespaces here. Allow user namespaces "
    "(sysctl user.max_user_namespaces, and in a container its seccomp or AppArmor profile)"
)
OR_ROOT = ", or start the server as root: learner code then runs as a user of its own."
NO_NAMESPACES = "For tier A allow user namespaces inside bubblewrap too (sysctl user.max_user_namespaces)."
UNREADABLE = (
    "Learner code can import only what is loaded already: not everybody may read the folder of this Python. "
    "Install it elsewhere (not below /root)."
)


@dataclass(frozen=True)
class Tier:
    """What holds learner code in, as measured when the sandbox started.

    ``for_others`` says whether it is strong enough to run code of people one does not know. ``remedy`` says
    what to do for a better tier, and is empty for the best.
    """

    name: str
    sentence: str
    for_others: bool
    remedy: str = ""


@dataclass(frozen=True)
class Measures:
    """What a sandbox has been started with, as it says itself.

    ``bubblewrap``: it runs inside; ``has_bubblewrap``: the program is there. ``imports``: learner code can
    still import what was not loaded when it was shut in.
    """

    bubblewrap: bool = False
    landlock: bool = False
    seccomp: bool = False
    own_processes: bool = False
    own_user: bool = False
    imports: bool = True
    linux: bool = True
    has_bubblewrap: bool = False


CAN_SHUT_IN = "no network, no other programs or processes, no files but the Python libraries"
LIMITED = "with limits on memory and time, and a clock outside that ends it"
A = Tier(
    "A",
    "Learner code runs in bubblewrap, under a filter of system calls (seccomp) and of files (Landlock), each "
    f"child with processes of its own: {CAN_SHUT_IN}; {LIMITED}. It may be anybody's.",
    for_others=True,
)
B = Tier(
    "B",
    "Learner code runs under a filter of system calls (seccomp) and of files (Landlock), apart from your own "
    f"files and processes: {CAN_SHUT_IN}; {LIMITED}. It may be anybody's.",
    for_others=True,
)
OWN_CODE = Tier(
    "own code only",
    f"Learner code runs in a process of its own {LIMITED}. It may be able to read your files and use the "
    "network, so run only code you would run anyway. Code of other people is refused.",
    for_others=False,
)


def measures_of(report: Mapping[str, Any], *, bubblewrap: bool, own_user: bool) -> Measures:
    """Return the measures that a zygote reports when it has started."""
    return Measures(
        bubblewrap=bubblewrap,
        landlock=bool(report.get("landlock")),
        seccomp=bool(report.get("seccomp")),
        own_processes=bool(report.get("own_processes")),
        imports=bool(report.get("imports")),
        own_user=own_user,
        has_bubblewrap=shutil.which("bwrap") is not None,
    )


def tier_of(measures: Measures, not_held: Collection[str]) -> Tier:
    """Return the tier for measures, and the names of the trials that they did not withstand."""
    remedy = remedy_for(measures)
    if not_held or not is_filtered(measures):
        failed = f"Tried, and not prevented: {', '.join(not_held)}." if not_held else ""
        return Tier(OWN_CODE.name, OWN_CODE.sentence, False, " ".join(filter(None, (remedy, failed))))
    if measures.bubblewrap and measures.own_processes:
        return A
    return Tier(B.name, B.sentence, True, remedy)


def is_filtered(measures: Measures) -> bool:
    """Whether there is enough to be worth trying out: both filters, and bubblewrap or another user."""
    return measures.landlock and measures.seccomp and (measures.bubblewrap or measures.own_user)


def remedy_for(measures: Measures) -> str:
    """Return what to do about the measures that are missing."""
    if not measures.linux:
        return MACHINE
    missing = []
    if not measures.landlock:
        missing.append(NO_LANDLOCK)
    if not measures.seccomp:
        missing.append(NO_SECCOMP)
    if not measures.bubblewrap and not measures.has_bubblewrap:
        missing.append(NO_BUBBLEWRAP)
    elif not measures.bubblewrap:
        missing.append(BUBBLEWRAP_BARRED + ("." if measures.own_user else OR_ROOT))
    elif not measures.own_processes:
        missing.append(NO_NAMESPACES)
    if not measures.imports:
        missing.append(UNREADABLE)
    return " ".join(missing)

"""How well learner code is shut in, in words for the person who runs the server."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Tier:
    """What holds learner code in, as measured when the sandbox started.

    ``for_others`` says whether it is strong enough to run code of people one does not know. System call and
    file
    filters are still missing on every tier, so it is False everywhere: learners run their own code only.
    """

    name: str
    sentence: str
    for_others: bool = False


BUBBLEWRAP = Tier(
    "bubblewrap",
    "Learner code runs as an unprivileged user in namespaces of its own: no network, no other processes, "
    "no files "
    "but the Python libraries; with limits on memory and time, and a clock outside that ends it. "
    "There is no filter of system calls yet.",
)
BUBBLEWRAP_SAME_USER = Tier(
    "bubblewrap, same user",
    "Learner code runs in namespaces of its own: no network, no other processes, no files but the Python "
    "libraries; "
    "with limits on memory and time, and a clock outside that ends it. Seen from outside it has the user "
    "id of this "
    "program, and there is no filter of system calls yet.",
)
PLAIN = Tier(
    "plain process",
    "Learner code runs in a process of its own with limits on memory and time, and a clock outside that "
    "ends it. "
    "It can read your files and use the network, so run only code you would run anyway.",
)


def tier_of(seen: Mapping[str, Any], *, own_user: bool) -> Tier:
    """Return the tier for what a sandboxed process could see: ``files``, ``network``, ``processes``,
    ``root``.
    """
    if seen.get("files") or seen.get("network") or seen.get("processes") or seen.get("root"):
        return PLAIN
    return BUBBLEWRAP if own_user else BUBBLEWRAP_SAME_USER

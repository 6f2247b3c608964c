"""Reading an invitation that somebody pastes: the whole link, a part of it, or the key alone."""

import re

_KEY = re.compile(r"(?:^|/join/)([A-Za-z0-9_-]{8,100})/?(?:[?#].*)?$")


def key_in(text: str) -> str:
    """Return the key of the invitation; empty where the text holds none."""
    found = _KEY.search(text.strip())
    return found[1] if found else ""

"""What a lab page sends: the text of its cells, and the revision it last saw."""

import uuid

from django.http import QueryDict

from upslope.web.storable import storable

CELL = "cell-"
MOST_TEXT = 512 * 1024


class TooMuchText(ValueError):
    """More text than a lab may hold; the message is for the learner."""


def posted_sources(post: QueryDict) -> dict[str, str]:
    """Return cell id → source for every cell sent; raise TooMuchText above 512 KiB in all.

    Browsers send line ends as CR LF in forms; a notebook has LF.
    """
    sources = {
        name.removeprefix(CELL): storable(str(value).replace("\r\n", "\n"))
        for name, value in post.items()
        if name.startswith(CELL)
    }
    size = sum(len(source.encode()) for source in sources.values())
    if size > MOST_TEXT:
        raise TooMuchText(
            f"The cells hold {size // 1024} KiB of text and a lab keeps {MOST_TEXT // 1024} KiB. "
            "Shorten the longest cell; nothing was changed."
        )
    return sources


def posted_revision(post: QueryDict) -> int:
    """Return the revision the page last saw, or 0, which is never the latest."""
    text = post.get("revision", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def posted_uuid(post: QueryDict, name: str) -> uuid.UUID:
    """Return the id sent under ``name``, or a new one where there is none that can be read."""
    try:
        return uuid.UUID(post.get(name, ""))
    except ValueError:
        return uuid.uuid4()

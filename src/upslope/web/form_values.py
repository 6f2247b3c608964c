"""What pages send as text, read so that nothing sent by hand can be an error."""

import uuid


def read_whole(text: str, most_digits: int) -> int | None:
    """Return a whole number of 0 or more; None for anything else, and for more digits than it may have."""
    return int(text) if text.isdecimal() and len(text) <= most_digits else None


def read_id(text: str) -> uuid.UUID:
    """Return the id that a form came with. A form whose id was tampered with is one of its own."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.uuid4()

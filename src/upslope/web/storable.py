"""Text from outside, made fit for a database and a page."""

import re

# Half a character pair cannot be sent as UTF-8, and PostgreSQL keeps no NUL.
_UNFIT = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """Return the text with a replacement sign (U+FFFD) for each character that cannot be kept or shown."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)

"""What somebody may have meant who found nothing."""

from difflib import get_close_matches

from upslope.web.search.index import WORD, words_of
from upslope.web.search.models import SearchEntry

ALIKE = 0.72


def meant(query: str) -> str:
    """Return the query with each unknown word replaced by the likest one of a title, or an empty text."""
    known = {
        word.lower()
        for title in SearchEntry.objects.values_list("title", flat=True)
        for word in WORD.findall(title)
    }
    words = [word.lower() for word in words_of(query)]
    better = [_likest(word, known) for word in words]
    return " ".join(better) if better != words else ""


def _likest(word: str, known: set[str]) -> str:
    if word in known:
        return word
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=ALIKE)), word)

"""A point a learner can try at home: their own number beside the slope measured by nudging."""

import numpy as np

from upslope.grading.lab_checks import Home
from upslope.grading.results import TryAtHome


def try_at_home(home: Home, answer: object) -> TryAtHome | None:
    """Return the entry at which an answer is furthest from what was measured; None if it cannot be compared
    entry by entry, or agrees everywhere.
    """
    measured = home.measured()
    if not isinstance(answer, np.ndarray) or answer.shape != measured.shape:
        return None
    if not np.issubdtype(answer.dtype, np.number) or np.iscomplexobj(answer):
        return None
    gap = np.nan_to_num(np.abs(answer - measured), nan=np.inf)
    entry = np.unravel_index(np.argmax(gap), gap.shape)
    yours, slope = shown(answer[entry]), shown(measured[entry])
    if gap[entry] <= 1e-4 * np.max(np.abs(measured)) or yours == slope:
        return None
    where = f"[{', '.join(str(int(index)) for index in entry)}]"
    return TryAtHome(home.code.replace("ENTRY", where), yours, slope)


def shown(value: float) -> str:
    """Return a number as the code for home prints it."""
    return f"{value:.5g}"

"""Names the mistake in a function from its numbers alone: which faulty function gives exactly these?

The simplest explanation that fits every call wins: one known fault, the right numbers in disguise, one known
fault in disguise, two known faults. Where nothing fits there is no diagnosis: a wrong guess would cost more
than none.
"""

from collections.abc import Iterable

import numpy as np

from upslope.grading.judging.cases import Case, Diagnosis
from upslope.grading.judging.disguises import (
    misshapen,
    multiple,
    nearly,
    only_zeros,
    partly_right,
    reordered,
    turned,
)
from upslope.grading.lab_checks import Fault

BESIDES = {
    -1.0: "And the sign is the wrong way round.",
    2.0: "And it is twice too large.",
    0.5: "And a factor 2 is missing.",
}


def diagnose(case: Case) -> Diagnosis | None:
    """Return the first explanation that fits all calls, or all calls of the usual situation, if any does.

    A function that is right in the usual situation is only asked for faults that leave it so.
    """
    with np.errstate(all="ignore"):  # whatever a learner's function returned
        return _diagnose(case, case.usual)


def _diagnose(case: Case, usual: Case) -> Diagnosis | None:
    for part in (case,) if usual.all_right else (case, usual):
        for explain in (_single, misshapen, reordered, multiple, _misshapen_fault, _multiplied):
            found = explain(part)
            if found:
                return found
    if usual.all_right:
        return None
    return only_zeros(case) or _double(usual) or partly_right(usual) or nearly(case)


def _single(case: Case) -> Diagnosis | None:
    faults = case.trial.check.faults
    if not case.stopped:
        return _first(case, faults)
    found = [fault for fault in faults if case.fits(fault)]
    return _likeliest([fault for fault in found if case.believes(fault)] or found)


def _first(case: Case, faults: Iterable[Fault]) -> Diagnosis | None:
    found = next((fault for fault in faults if case.fits(fault)), None)
    return None if found is None else Diagnosis(found.sentence, found.broken)


def _likeliest(found: list[Fault]) -> Diagnosis | None:
    """Shapes that clash say less than numbers: name two faults where several fit, missing links first."""
    if not found:
        return None
    first, *others = sorted(found, key=lambda fault: fault.code != "missing")
    other = next((fault for fault in others if fault.broken != first.broken), None)
    if other is None:
        return Diagnosis(f"The likeliest reason: {_lowered(first.sentence)}", first.broken)
    reasons = f"One: {_lowered(first.sentence)} The other: {_lowered(other.sentence)}"
    return Diagnosis(
        f"There are two likely reasons. {reasons}", tuple(sorted({*first.broken, *other.broken}))
    )


def _misshapen_fault(case: Case) -> Diagnosis | None:
    """A known fault in another shape."""
    for how, arrays in turned(case):
        found = _single(case.with_answers(arrays))
        if found:
            return Diagnosis(f"Two things. {found.sentence} And {how}", found.broken)
    return None


def _multiplied(case: Case) -> Diagnosis | None:
    """A known fault, and a sign or a factor 2 besides."""
    for factor, words in BESIDES.items() if case.arrays else ():
        found = _single(case.with_answers([array / factor for array in case.arrays or []]))
        if found:
            return Diagnosis(f"Two things. {found.sentence} {words}", found.broken)
    return None


def _double(case: Case) -> Diagnosis | None:
    # Two faults that stop with the same clash are too many to choose from.
    return None if case.arrays is None else _first(case, case.trial.check.double_faults())


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:] if sentence[1:2].islower() else sentence

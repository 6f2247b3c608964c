"""Right numbers in disguise: in another shape or order, times a factor, or only roughly right."""

from collections.abc import Iterator, Mapping

import numpy as np

from upslope.grading.judging.cases import Case, Diagnosis
from upslope.grading.judging.value_sentences import described

NEARLY = 0.03
PLACES = ("first", "second", "third", "fourth")
SAME = 1e-5


def turned(case: Case) -> Iterator[tuple[str, list[np.ndarray]]]:
    """Return the answers brought to the shapes of the right ones, and what is wrong with them as they are."""
    arrays, right = case.arrays or [], case.right
    if not arrays or any(array.size != key.size for array, key in zip(arrays, right, strict=True)):
        return
    if all(array.shape == key.shape for array, key in zip(arrays, right, strict=True)):
        return
    here, needed = described(arrays[0]), described(right[0])
    if all(array.T.shape == key.shape for array, key in zip(arrays, right, strict=True)):
        yield f"it lies on its side: {needed} is needed, so transpose it (.T).", [a.T for a in arrays]
    keep = " Keep the column with keepdims=True in np.sum." if arrays[0].ndim < 2 <= right[0].ndim else ""
    how = f"the shape is not: it is {here}, where {needed} is needed.{keep}"
    yield how, [array.reshape(key.shape) for array, key in zip(arrays, right, strict=True)]


def misshapen(case: Case) -> Diagnosis | None:
    """Find the right numbers in another shape: lying on their side, or flat."""
    for how, arrays in turned(case):
        if case.with_answers(arrays).all_right:
            return Diagnosis(f"The numbers are right, but {how}")
    return None


def reordered(case: Case) -> Diagnosis | None:
    """Find the right numbers in another order."""
    if case.arrays is None or any(np.iscomplexobj(array) for array in case.arrays):
        return None
    for answer, key in zip(case.arrays, case.right, strict=True):
        if answer.size != key.size or not case.equal(np.sort(answer, axis=None), np.sort(key, axis=None)):
            return None
    return Diagnosis("These are the right numbers in another order: see which entry belongs to which place.")


def partly_right(case: Case) -> Diagnosis | None:
    """Find which of a few numbers are right in every call, and which are not."""
    if case.arrays is None or len({key.shape for key in case.right}) != 1 or case.right[0].size > len(PLACES):
        return None
    pairs = list(zip(case.arrays, case.right, strict=True))
    if any(answer.shape != key.shape for answer, key in pairs):
        return None
    right = [all(_equal_at(case, k, answer, key) for answer, key in pairs) for k in range(case.right[0].size)]
    if not any(right) or all(right):
        return None
    return Diagnosis(f"{_places(right, True).capitalize()} right already, {_places(right, False)} not.")


def _equal_at(case: Case, k: int, answer: np.ndarray, key: np.ndarray) -> bool:
    room = case.trial.check.tolerance * np.max(np.abs(key))
    return bool(np.abs(answer.flat[k] - key.flat[k]) <= room)


def _places(right: list[bool], wanted: bool) -> str:
    places = [PLACES[k] for k, one in enumerate(right) if one is wanted]
    return f"the {' and the '.join(places)} number {'is' if len(places) == 1 else 'are'}"


def multiple(case: Case) -> Diagnosis | None:
    """Find a multiple of the right answer, the same in every call or one that follows a length."""
    if case.arrays is None:
        return None
    factors = [_factor(case, answer, key) for answer, key in zip(case.arrays, case.right, strict=True)]
    known = np.array([factor for factor in factors if factor is not None])
    if len(known) < len(factors):
        return None
    return Diagnosis(_times(known[0])) if _constant(known) else _by_length(case, known)


def only_zeros(case: Case) -> Diagnosis | None:
    """Find answers in which every number is 0."""
    if case.arrays is None or any(np.any(array) for array in case.arrays):
        return None
    return Diagnosis(
        "Every number is 0. Is something multiplied by 0, rounded to whole numbers, or an exponential so "
        "small that nothing is left of it?"
    )


def nearly(case: Case) -> Diagnosis | None:
    """Find answers that are close, but further off than rounding."""
    if case.arrays is None:
        return None
    for answer, key in zip(case.arrays, case.right, strict=True):
        if answer.shape != key.shape or not np.max(np.abs(answer - key)) <= NEARLY * np.max(np.abs(key)):
            return None
    return Diagnosis(
        "It is very close everywhere, but further off than rounding explains: if you measure slopes by "
        "nudging, nudge less (1e-5, both ways); if you rounded on the way, do not."
    )


def _factor(case: Case, answer: np.ndarray, key: np.ndarray) -> float | None:
    largest = np.unravel_index(np.argmax(np.abs(key)), key.shape)
    if answer.shape != key.shape or np.iscomplexobj(answer) or key[largest] == 0:
        return None
    factor = float(answer[largest] / key[largest])
    return factor if factor and case.equal(answer / factor, key) else None


def _constant(factors: np.ndarray) -> bool:
    return bool(np.ptp(factors) < SAME * abs(factors[0]))


def _times(factor: float) -> str:
    times = _number(factor)
    if factor < 0:
        return f"Every number is {times} times what it should be: sign and size are both off."
    if factor > 1:
        return f"Every number is {times} times what it should be: a factor is there once too often."
    return f"Every number is only {times} of what it should be: a factor is missing, or divides by mistake."


def _by_length(case: Case, factors: np.ndarray) -> Diagnosis | None:
    """Find a factor such as 2N or 1/N², where N is a length that changes from call to call."""
    words = dict.fromkeys(word for scene in case.trial.scenes for word in scene.sizes.values())
    for word in words:
        lengths = [_length(scene.sizes, word) for scene in case.trial.scenes]
        if None in lengths or len(set(lengths)) == 1:
            continue
        for power in (1, -1, 2, -2):
            rest = factors / np.array(lengths, dtype=float) ** power
            if _constant(rest):
                return Diagnosis(_times_length(rest[0], f"the number of {word}", power))
    return None


def _length(sizes: Mapping[int, str], word: str) -> int | None:
    return next((length for length, what in sizes.items() if what == word), None)


def _times_length(rest: float, length: str, power: int) -> str:
    often = {1: "", 2: " twice"}[abs(power)]
    done = f"multiplied by {length}{often}" if power > 0 else f"divided by {length}{often}"
    more = "" if abs(rest - 1) < SAME else f", and then times {_number(rest)}"
    return f"The numbers are the right ones {done}{more}. Look at how often you divide by it, and where."


def _number(value: float) -> str:
    return f"{value:.4g}".replace("-", "−")

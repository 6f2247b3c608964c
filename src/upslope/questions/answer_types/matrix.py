"""A vector or a matrix of typed maths, marked entry by entry."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal, Unpack, get_args

from upslope.maths import Expression, Matrix, to_latex
from upslope.questions.answer_tests import Domain, same_entries
from upslope.questions.matrix_mistakes import matrix_mistakes
from upslope.questions.matrix_reading import notes_on_entries, read_matrix, read_so_far, rest_of_entry
from upslope.questions.matrix_words import shape_name
from upslope.questions.parts import Shared, make_part
from upslope.questions.registry import Key, Samples
from upslope.questions.score import NotGradable, Score
from upslope.questions.variant import Part

ShapeIs = Literal["shown", "chosen"]


class MatrixAnswer:
    """Key: ``answer`` (text such as ``[2*x, 1; 0, 3]``), ``variables``, ``domain`` (variable → [low, high]).

    ``shape`` is [rows, columns] where the page shows it, and None where the learner chooses it.
    """

    name = "matrix"
    is_typed = True

    def parse(self, text: str, key: Key) -> Matrix | NotGradable:
        """Return the matrix, or what is to be done about the first entry that is unreadable or empty."""
        shape = key["shape"]
        return read_matrix(text, tuple(key["variables"]), (shape[0], shape[1]) if shape else None)

    def score(self, value: Matrix, key: Key) -> Score | NotGradable:
        """Score the share of entries that are right; another shape scores 0."""
        return same_entries(_known(key["answer"], tuple(key["variables"])), value, _domain(key))

    def show(self, value: Matrix, key: Key) -> str:
        """Return the matrix as it was read."""
        return to_latex(value)

    def so_far(self, text: str, key: Key) -> str:
        """Return the matrix with boxes for the entries that are still empty."""
        return read_so_far(text, tuple(key["variables"]))

    def rest(self, text: str, offset: int) -> str:
        """Return what follows this place within its own entry."""
        return rest_of_entry(text, offset)

    def notes(self, text: str, key: Key) -> tuple[str, ...]:
        """Return how ambiguous pieces of its entries were read."""
        return notes_on_entries(text, tuple(key["variables"]))

    def model_answer(self, key: Key) -> str:
        """Return the key's own text."""
        return str(key["answer"])

    def public(self, key: Key) -> dict[str, Any]:
        """Return the variables that may be used, and the shape where it is shown."""
        return {"variables": list(key["variables"]), "shape": key["shape"]}

    def samples(self, key: Key) -> Samples:
        """Return the key, the key with one more in its first entry, and the key without its first entry."""
        whole = _known(key["answer"], tuple(key["variables"]))
        first, *others = whole.children
        empty = key["answer"].replace(str(first), "", 1)
        return Samples(key["answer"], str(whole.rebuild((first + 1, *others))), empty)

    def build(self, name: str, answer: Any, settings: Mapping[str, Any]) -> Part:
        """Return the part from a table whose answer is text."""
        return matrix_part(name, answer, **settings)


def matrix_part(
    name: str,
    answer: Expression | str,
    *,
    variables: Sequence[str],
    shape: ShapeIs = "shown",
    domain: Domain | None = None,
    **shared: Unpack[Shared],
) -> Part:
    """Return a part answered with a vector or a matrix, each entry typed maths in ``variables``.

    With ``shape="chosen"`` the learner sets the numbers of rows and columns too. ``domain`` maps a variable
    to the (low, high) between which entries are compared. Mistakes that can be made with any matrix
    (transposed, rows or columns swapped, every sign, zeros off the diagonal) are added after the author's
    misconceptions where they lead to answers of their own. Raises ValueError for an answer that is no matrix,
    for what cannot be read with these variables, and for a misconception of another shape than shown.
    """
    if shape not in get_args(ShapeIs):
        raise ValueError(f"The shape of part {name!r} is {shape!r}. It is 'shown' or 'chosen'.")
    names = tuple(variables)
    whole = _known(str(answer), names)
    authors = tuple(shared.get("misconceptions", ()))
    wrong = [_known(mistake.wrong, names) for mistake in authors]
    if shape == "shown":
        _check_shapes(whole, {mistake.code: other for mistake, other in zip(authors, wrong, strict=True)})
    codes = {mistake.code for mistake in authors}
    general = (
        mistake
        for mistake in matrix_mistakes(whole, wrong, domain)
        if mistake.code not in codes
        and (shape == "chosen" or _known(mistake.wrong, names).shape == whole.shape)
    )
    shared["misconceptions"] = (*authors, *general)
    key = {
        "answer": str(whole),
        "variables": list(variables),
        "shape": list(whole.shape) if shape == "shown" else None,
        "domain": {variable: [low, high] for variable, (low, high) in (domain or {}).items()},
    }
    return make_part(name, ANSWER_TYPE.name, key, shared)


def _check_shapes(answer: Matrix, wrong: Mapping[str, Matrix]) -> None:
    for code, other in wrong.items():
        if other.shape != answer.shape:
            raise ValueError(
                f"The answer of misconception {code!r} is {shape_name(other.shape)}, and learners are shown "
                f'{shape_name(answer.shape)}. Leave it out, or let them choose: shape="chosen".'
            )


def _domain(key: Key) -> Domain | None:
    return {name: (low, high) for name, (low, high) in key["domain"].items()} or None


@lru_cache(maxsize=256)
def _known(text: str, variables: tuple[str, ...]) -> Matrix:
    """Read an author's text once. Raises ValueError where it is no matrix in these variables."""
    found = read_matrix(text, variables, None)
    if isinstance(found, NotGradable):
        raise ValueError(f"The matrix {text!r} cannot be read: {found.message} {found.remedy}")
    return found


ANSWER_TYPE = MatrixAnswer()

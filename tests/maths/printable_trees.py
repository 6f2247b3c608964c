"""Random trees of every kind that a text can make: all functions, names of every anatomy, matrices."""

from hypothesis import strategies as st

from tests.maths.strategies import constants, decimals, trees, whole_numbers
from upslope.maths.expressions.expression import Expression, Negative, Product, Quotient, Sum, symbol
from upslope.maths.expressions.matrix import Matrix

NAMES = (
    "x",
    "y",
    "mu",
    "x_1",
    "w_1_2",
    "a^(1)",
    "a^(1)_2",
    "∂f/∂x",
    "df/dt",
    "speed",
    "Δx",
    "f",
    "dx",
    "dt",
    "d",
)
"""Names of every anatomy."""

leaves = st.one_of(st.sampled_from(NAMES).map(symbol), whole_numbers, decimals, constants)
scalars = trees(leaves)
"""Trees without matrices; many have no value anywhere."""

_sizes = st.integers(1, 3)


def _matrix(rows: int, columns: int) -> st.SearchStrategy[Expression]:
    row = st.lists(trees(leaves, 1), min_size=columns, max_size=columns).map(tuple)
    return st.lists(row, min_size=rows, max_size=rows).map(lambda found: Matrix(tuple(found)))


def _of_shape(rows: int, columns: int, depth: int) -> st.SearchStrategy[Expression]:
    plain = _matrix(rows, columns)
    if depth == 0:
        return plain
    inner, scalar = _of_shape(rows, columns, depth - 1), trees(leaves, 1)
    through = _sizes.flatmap(
        lambda size: st.tuples(_of_shape(rows, size, depth - 1), _of_shape(size, columns, depth - 1))
    )
    return st.one_of(
        plain,
        st.tuples(inner, inner).map(Sum),
        st.tuples(scalar, inner).map(Product),
        st.tuples(inner, scalar).map(Product),
        through.map(Product),
        inner.map(Negative),
        st.builds(Quotient, inner, scalar),
    )


matrices = st.tuples(_sizes, _sizes).flatmap(lambda shape: _of_shape(*shape, depth=2))
"""Trees that come to a matrix."""

"""Taylor polynomials, worked as on paper: derivatives, their values at the point, factorials, the sum."""

from math import factorial

from upslope.maths.differentiation.derivation import Derivation, Step
from upslope.maths.expressions.expression import Expression, Negative, Operand, Product, Quotient, number
from upslope.maths.expressions.printing import to_latex
from upslope.maths.expressions.statement import Equation, system
from upslope.maths.series.ascending import multiple
from upslope.maths.series.expansion import Expansion, expand, is_exact
from upslope.maths.series.successive_derivatives import derivative_steps, successive_derivatives
from upslope.maths.series.taylor_by_series import steps_by_series
from upslope.maths.simplification.polynomial import coefficients


def taylor_polynomial(expression: Expression, x: str = "x", about: Operand = 0, order: int = 4) -> Derivation:
    """Return the Taylor polynomial f(a) + f'(a)(x − a) + … + f⁽ⁿ⁾(a)(x − a)ⁿ/n!, worked step by step.

    The result has its lowest power first and powers of (x − a) are not multiplied out; coefficients are exact
    where that is short, else decimals of 6 digits. Other letters count as constants. Where the derivatives
    would fill pages, the steps work with series instead. Raises MathsError for an order above 12, for an
    expression of more than 150 nodes, and where the function has no value or no derivatives at the point.
    Source: Riley, Hobson & Bence, Mathematical Methods, 3rd ed., section 4.6; Spivak, Calculus, chapter 20.
    """
    found = expand(expression, x, about, order)
    derivatives = successive_derivatives(expression, x, order)
    if derivatives is None:
        steps = steps_by_series(found)
    else:
        steps = (*_steps_to_coefficients(found, derivatives), _put_together(found))
    return Derivation(_problem(found), found.polynomial, steps, _conclusion(found))


def taylor_coefficients(
    expression: Expression, x: str = "x", about: Operand = 0, order: int = 4
) -> tuple[Expression, ...]:
    """Return the ``order + 1`` coefficients f⁽ᵏ⁾(a)/k!, lowest power first, without any working.

    Written as in ``taylor_polynomial``, which also says what is refused.
    """
    return expand(expression, x, about, order).coefficients


def _problem(found: Expansion) -> str:
    order = rf"\text{{the polynomial of order }} {found.order}"
    of, near = rf"\text{{ for }} {to_latex(found.expression)}", rf"\text{{ near }} {found.place}"
    return rf"{order} \allowbreak {of} \allowbreak {near}"


def _steps_to_coefficients(found: Expansion, derivatives: tuple[Derivation, ...]) -> tuple[Step, ...]:
    forms = (found.expression, *(each.result for each in derivatives))
    inside = derivative_steps(found.expression, found.x, derivatives)
    slopes = system(Equation(step.start, step.end) for step in inside) if inside else found.expression
    values = system(
        found.stated(form.substitute({found.x: found.point}), found.derivative_at_point(k))
        for k, form in enumerate(forms)
    )
    steps = [Step("put in the point", slopes, values, _why_values(found), link="⇒")]
    if inside:
        steps.insert(0, Step("differentiate", found.expression, slopes, _WHY_DERIVATIVES, inside, "⇒"))
    if found.order > 1:
        steps.append(Step("divide by the factorials", values, *_factorials(found), link="⇒"))
    return tuple(steps)


def _why_values(found: Expansion) -> str:
    if not found.order:
        return f"Put ${found.place}$ into the function: the polynomial has to have the same value."
    named = ("the value", "the slope", "the second derivative")[: found.order + 1]
    more = ", and so on" if found.order > 2 else ""
    return (
        f"Put ${found.place}$ into the function and its derivatives. From the top: {', '.join(named)}{more}. "
        "The polynomial has to have the same."
    )


def _factorials(found: Expansion) -> tuple[Expression, str]:
    rows, sizes = [], []
    for k in range(2, found.order + 1):
        size = number(factorial(k))
        rows.append(found.stated(_shared(found.written(found.derivative_at_point(k)), size), found.exact[k]))
        sizes.append(f"${k}! = {to_latex(size)}$")
    why = (
        "Value and slope can be used as they are. For the others: differentiate $x^k$ $k$ times, and the "
        r"factor $k! = k \cdots 2 \cdot 1$ is left in front. Dividing the $k$-th derivative by $k!$ makes up "
        f"for it. Here {', '.join(sizes)}."
    )
    return system(rows), why


def _shared(value: Expression, size: Expression) -> Expression:
    """The value divided by a factorial, without a fraction on top of a fraction."""
    inner = value.argument if isinstance(value, Negative) else value
    return Product((number(1) / size, value)) if isinstance(inner, Quotient) else value / size


def _put_together(found: Expansion) -> Step:
    whole = _is_whole(found)
    why = f"Give each coefficient its power of ${to_latex(found.way)}$ and add, lowest power first."
    why += _dropped(found)
    return Step("put together", found.expression, found.polynomial, why, link="=" if whole else "≈")


def _dropped(found: Expansion) -> str:
    """A sentence on the powers that do not occur."""
    missing = {k for k, value in enumerate(found.exact) if value == 0}
    every = set(range(found.order + 1))
    if not missing or missing == every:
        return ""
    for parity, name in ((1, "odd"), (0, "even")):
        if found.order > 1 and missing == {k for k in every if k % 2 == parity}:
            return f" The {name} powers drop out: their coefficients are $0$."
    return " Where the coefficient is $0$, the power drops out."


def _is_whole(found: Expansion) -> bool:
    """Whether the function is a polynomial of no higher order, of which nothing is left out."""
    powers = coefficients(found.expression, found.x)
    return powers is not None and max(powers, default=0) <= found.order and all(map(is_exact, found.exact))


def _conclusion(found: Expansion) -> str:
    if _is_whole(found):
        return "Nothing was left out: the function is itself a polynomial of this order, so this is exact."
    if found.polynomial == number(0):
        return (
            f"Every coefficient is $0$: close to ${found.place}$ the curve is so flat that order "
            f"{found.order} sees nothing of it. Try a higher order."
        )
    left_out = to_latex(multiple(number(1), found.order + 1, found.way))
    return (
        f"Close to ${found.place}$ the polynomial follows the curve; as you come closer, the error shrinks "
        f"at least as fast as ${left_out}$."
    )


_WHY_DERIVATIVES = (
    "The polynomial is to match the function at one point: its value, its slope, how the slope changes, and "
    "so on. So first find the derivatives, each from the one before."
)

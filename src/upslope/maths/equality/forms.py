"""Whether an expression is written in the form that was asked for, and what is still to do if not.

Only the form is looked at; whether the value is right is for ``compare``. What stands inside a function or in
an exponent is left alone.
"""

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias, get_args

from upslope.maths.equality.expanded_form import expanded
from upslope.maths.equality.factored_form import factored
from upslope.maths.equality.form_check import FormCheck
from upslope.maths.equality.single_fraction_form import single_fraction
from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression
from upslope.maths.expressions.matrix import Matrix

Form: TypeAlias = Literal["expanded", "factored", "single fraction"]
FORMS: tuple[Form, ...] = get_args(Form)

_CHECKS: Mapping[Form, Callable[[Expression], FormCheck]] = {
    "expanded": expanded,
    "factored": factored,
    "single fraction": single_fraction,
}


def check_form(expression: Expression, form: Form) -> FormCheck:
    """Check the form of an expression, or of every entry of a matrix.

    "expanded": no brackets are left to multiply out, no like terms to collect, and no sum stands above a
    single term. "factored": a product in which no factor can be taken apart over the fractions; whole numbers
    and letters that all terms of a factor share are taken out too. "single fraction": one fraction line at
    most, no negative whole powers, and nothing that divides top and bottom. Where it cannot be told whether
    anything is left to do, the form holds. Raises ValueError for another form.
    """
    if form not in _CHECKS:
        raise ValueError(f"{form!r} is no form that can be asked for: use {', '.join(map(repr, FORMS))}.")
    if isinstance(expression, Matrix):
        checks = [check_form(entry, form) for entry in expression.children]
        return next((check for check in checks if not check.holds), checks[0])
    try:
        return _CHECKS[form](expression)
    except MathsError:
        return FormCheck(True, "This is too long for me to check its form, so I take it as it is.")

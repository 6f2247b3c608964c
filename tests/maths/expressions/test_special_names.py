import pytest

from upslope.maths import UnreadableMaths, parse, symbol, to_latex, to_text
from upslope.maths.expressions.expression import Power, Symbol

INDEXED = ("x_1", "x_12", "mu_1", "x_max", "w_1_2", "x")
LAYERS = ("a", "a^(1)", "a^(1)_2", "z^(L-1)_12", "x")
RATES = ("∂f/∂x", "df/dt", "∂C/∂w^(1)_2", "∂f/∂sigma", "x")


@pytest.mark.parametrize(
    ("name", "ways", "variables"),
    [
        ("x_1", ("x_1", "x_{1}", "x_{ 1 }", "x₁", "x1", "X_1"), INDEXED),
        ("x_12", ("x_12", "x_{12}", "x₁₂", "x12"), INDEXED),
        ("mu_1", ("mu_1", "μ_1", "μ₁", r"\mu_1", r"\mu_{1}"), INDEXED),
        ("x_max", ("x_max", "x_{max}", r"x_{\mathrm{max}}"), INDEXED),
        ("w_1_2", ("w_1_2", "w_{1,2}", "w_{1_2}"), INDEXED),
        ("a^(1)", ("a^(1)", "a^{(1)}", "a ^ ( 1 )", "a⁽¹⁾"), LAYERS),
        ("a^(1)_2", ("a^(1)_2", "a_2^(1)", "a^{(1)}_{2}", "a_{2}^{(1)}", "a⁽¹⁾₂", "a₂⁽¹⁾"), LAYERS),
        ("z^(L-1)_12", ("z^(L-1)_12", "z^{(L - 1)}_{12}", "z_{12}^{(L-1)}"), LAYERS),
        (
            "∂f/∂x",
            (
                *(
                    "∂f/∂x",
                    "∂f / ∂x",
                    r"\frac{\partial f}{\partial x}",
                    r"\dfrac{ \partial f }{ \partial x }",
                ),
                *("partial f/partial x", r"\partial f/\partial x"),
            ),
            RATES,
        ),
        ("df/dt", ("df/dt", "df / dt", r"\frac{df}{dt}", r"\frac{\mathrm{d}f}{\mathrm{d}t}"), RATES),
        ("∂C/∂w^(1)_2", ("∂C/∂w^(1)_2", r"\frac{\partial C}{\partial w^{(1)}_{2}}"), RATES),
        ("∂f/∂sigma", ("∂f/∂σ", r"\frac{\partial f}{\partial\sigma}", "partial f/partial sigma"), RATES),
        ("Δx", ("Δx", r"\Delta x", "Delta x", "\N{INCREMENT}x"), ("Δx", "x")),
    ],
)
def test_a_declared_name_is_read_in_every_way_people_type_it(
    name: str, ways: tuple[str, ...], variables: tuple[str, ...]
) -> None:
    for way in ways:
        assert parse(way, variables) == Symbol(name), way
        assert to_text(parse(f"2{way} x", variables)) == f"2*{name}*x", way
    assert parse(to_latex(symbol(name)), variables) == Symbol(name)


@pytest.mark.parametrize(
    ("typed", "variables", "reading"),
    [
        ("a^(1)", ("a",), "a^1"),
        ("a^(2)", LAYERS, "a^2"),
        ("a^1", LAYERS, "a^1"),
        ("a^(1)^2", LAYERS, "(a^(1))^2"),
        ("a^(L-1)", ("a", "L", "a^(L-1)"), "a^(L-1)"),
        ("a^(L - 1)", ("a", "L", "a^(L-1)"), "a^(L - 1)"),
        ("(∂f/∂x)^2", RATES, "(∂f/∂x)^2"),
        ("1/∂f/∂x", RATES, "1/(∂f/∂x)"),
        ("∂f/∂x df/dt", RATES, "∂f/∂x*df/dt"),
        ("d f/(d t)", ("d", "f", "t", "df/dt"), "d*f/(d*t)"),
        ("df/(dt)", ("df", "dt", "df/dt"), "df/(dt)"),
        ("2x1^2", INDEXED, "2*x_1^2"),
        ("x1", ("x1", "x_1"), "x1"),
        ("x_1x_12", INDEXED, "x_1*x_12"),
    ],
)
def test_without_its_name_declared_it_is_what_the_signs_say(
    typed: str, variables: tuple[str, ...], reading: str
) -> None:
    tree = parse(typed, variables)
    assert to_text(tree) == reading
    assert parse(reading, variables) == tree


def test_a_layer_that_is_no_name_is_a_power() -> None:
    assert isinstance(parse("a^(1)", ("a",)), Power)


@pytest.mark.parametrize("name", ["a^(1)", "a^(1)_2", "w^(L-1)_12", "∂f/∂x", "df/dt", "∂C/∂w^(1)_2", "x_1_2"])
def test_such_names_are_symbols(name: str) -> None:
    assert str(symbol(name)) == name


@pytest.mark.parametrize(
    "name", ["a^1", "a^()", "a^(1", "∂f", "∂f/dx", "df/∂x", "f/x", "x_", "x__1", "x²", "x₁", "a^(1)(2)"]
)
def test_half_a_name_is_none(name: str) -> None:
    with pytest.raises(ValueError, match="cannot be a variable's name: use letters, digits and _"):
        symbol(name)


def test_an_unknown_derivative_names_those_that_may_be_used() -> None:
    with pytest.raises(UnreadableMaths, match=r"I can't read ∂ here\. You can use ∂f/∂x, ∂C/∂w") as caught:
        parse("2 ∂f/∂y", RATES)
    assert caught.value.offset == 2
    with pytest.raises(UnreadableMaths, match=r"You can use ∂f/∂x\."):
        parse("∂f/∂y", ("∂f/∂x",))


@pytest.mark.parametrize(
    ("typed", "latex"),
    [
        ("a^(1)", "a^{(1)}"),
        ("a^(1)_2", "a^{(1)}_{2}"),
        ("(a^(1))^2", "(a^{(1)})^{2}"),
        ("2a^(1)x", "2a^{(1)} x"),
        ("∂f/∂x", r"\frac{\partial f}{\partial x}"),
        ("df/dt", r"\frac{df}{dt}"),
        ("(∂f/∂x)^2", r"\left(\frac{\partial f}{\partial x}\right)^{2}"),
        ("2∂f/∂x x", r"2\frac{\partial f}{\partial x} x"),
        ("sin(∂f/∂x)", r"\sin\left(\frac{\partial f}{\partial x}\right)"),
        ("∂C/∂w^(1)_2", r"\frac{\partial C}{\partial w^{(1)}_{2}}"),
        ("∂f/∂sigma", r"\frac{\partial f}{\partial \sigma}"),
        ("w_1_2", "w_{1,2}"),
        ("x_max", r"x_{\mathrm{max}}"),
        ("x_mu", r"x_{\mu}"),
    ],
)
def test_names_look_as_in_print(typed: str, latex: str) -> None:
    names = (*LAYERS, *RATES, "w_1_2", "x_max", "x_mu")
    assert to_latex(parse(typed, names)) == latex

"""Wrong solutions of the heights lab: function, body, words that must name the mistake, broken links.

Written without a look at the lab's own list of faults, in the ways different people write.
"""

E = "e = np.exp(-(x - mu)**2 / (2 * sig**2))\n"
R = "r = y - f(x, mu, sig)\n"
PAIR = "np.array([np.sum(r * dfdmu(x, mu, sig)), np.sum(r * dfdsig(x, mu, sig))])"

WRONG: list[tuple[str, str, str, tuple[int, ...] | None]] = [
    ("dfdmu", "return f(x, mu, sig) * (mu - x) / sig**2", "wrong sign", (1,)),
    ("dfdmu", E + "return e * (x - mu) / sig**2", "1/(σ√2π) in front is missing", (0,)),
    ("dfdmu", "J = f(x, mu, sig)\nJ *= (x - mu)\nreturn J", "1/σ² is missing", (2,)),
    ("dfdmu", "return f(x, mu, sig) * (x - mu) / (2 * sig**2)", "half of what", (1,)),
    ("dfdmu", "return 2 * (x - mu) * f(x, mu, sig) / sig**2", "twice what", (1,)),
    ("dfdmu", "return f(x, mu, sig) * (x - mu) * sig**-3", "one too high", (2,)),
    ("dfdmu", "return [f(a, mu, sig) * (a - mu) / sig for a in x]", "one too low", (2,)),
    ("dfdmu", "return (x - mu) / sig**2", "slope of the exponent alone", (0,)),
    ("dfdmu", "return f(x, mu, sig)", "This is f itself", (1, 2)),
    ("dfdmu", "return f(x, mu, sig) * (x - mu)**2 / sig**2", "square is still there", (1,)),
    ("dfdmu", "return np.sum(f(x, mu, sig) * (x - mu) / sig**2)", "Everything was added up", None),
    ("dfdmu", "return -2 * f(x, mu, sig) * (x - mu) / (2 * sig**2)", "wrong sign", (1,)),
    ("dfdmu", "return (f(x, mu, sig) * (x - mu) / sig**2)[:, None]", "numbers are right", None),
    ("dfdmu", "return (f(x, mu + 0.1, sig) - f(x, mu, sig)) / 0.1", "nudge less", None),
    (
        "dfdmu",
        "x = np.linspace(130, 200, 28)\nreturn f(x, mu, sig) * (x - mu) / sig**2",
        "first argument",
        None,
    ),
    ("dfdmu", "sig = 10\nreturn f(x, mu, sig) * (x - mu) / sig**2", "third argument", None),
    ("dfdsig", "return f(x, mu, sig) * (x - mu)**2 / sig**3", "One term is missing", (1,)),
    ("dfdsig", "return f(x, mu, sig) * ((x - mu)**2 / sig**2 - 1/sig)", "should have σ³", (1,)),
    (
        "dfdsig",
        "return f(x, mu, sig) * ((x - mu)**2 / sig**3 + 1/sig)",
        "should not have the same sign",
        (1,),
    ),
    ("dfdsig", "return -f(x, mu, sig) / sig", "Only the factor 1/σ", (1,)),
    ("dfdsig", "return f(x, mu, sig) / sig - f(x, mu, sig) * (x - mu)**2 / sig**3", "wrong sign", (1,)),
    ("dfdsig", "return f(x, mu, sig) * ((x - mu)**2 / (2 * sig**3) - 1/sig)", "factor 2 is missing", (1,)),
    ("dfdsig", E + "return e * ((x - mu)**2 / sig**3 - 1/sig)", "in front is missing", (0,)),
    ("dfdsig", "d = x - mu\nreturn f(x, mu, sig) * (d / sig**3 - 1/sig)", "should be squared", (1,)),
    ("dfdsig", "d = x - mu\nreturn d**2 / sig**3 - 1/sig", "without f", (0,)),
    (
        "dfdsig",
        "d = x - mu\nreturn f(x, mu, sig) * (d**2 - sig**2) / sig**2",
        "divided by σ² where it should be σ³",
        (2,),
    ),
    (
        "dfdsig",
        "d = x - mu\nreturn f(x, mu, sig) * (d**2 / sig**3 - 1/sig**2)",
        "holds one 1/σ already",
        (1,),
    ),
    ("dfdsig", "return dfdmu(x, mu, sig)", "derivative with respect to μ", (1, 2)),
    (
        "dfdsig",
        "return f(x, mu, sig) * (-(x - mu)**2 / sig**3 - 1/sig)",
        "first term should be positive",
        (1,),
    ),
    ("dfdsig", E + "return e * (x - mu)**2 / sig**4 / np.sqrt(2*np.pi) - e / sig**2", "", None),
    ("steepest_step", R + f"return -2 * aggression * {PAIR}", "uphill", (0, 1)),
    ("steepest_step", R + f"return aggression * {PAIR}", "half the step", (1,)),
    ("steepest_step", R + f"return 2 * {PAIR}", "aggression is missing", (0,)),
    ("steepest_step", R + f"return -2 * {PAIR}", "slopes of χ², not yet a step", (0,)),
    ("steepest_step", R + f"return 2 * aggression * {PAIR.replace('np.sum', 'np.mean')}", "plain sum", (3,)),
    ("steepest_step", R + f"return 2 * aggression * {PAIR}[::-1]", "wrong order", None),
    ("steepest_step", R + f"return np.array([mu, sig]) + 2 * aggression * {PAIR}", "new point", None),
    ("steepest_step", "r = y\n" + f"return 2 * aggression * {PAIR}", "model is missing", (1,)),
    (
        "steepest_step",
        "r = (y - f(x, mu, sig))**2\n" + f"return 2 * aggression * {PAIR}",
        "still squared",
        (1,),
    ),
    (
        "steepest_step",
        R + "return 2 * aggression * np.array([r * dfdmu(x, mu, sig), r * dfdsig(x, mu, sig)])",
        "not been added up",
        (3,),
    ),
    ("steepest_step", R + f"J = -2 * {PAIR}\nreturn -aggression * J / np.linalg.norm(J)", "length one", (1,)),
    ("steepest_step", R + f"return -aggression * {PAIR}", "Two things", (0, 1)),
    ("steepest_step", R + f"return 2000 * 2 * {PAIR}", "", None),
    ("steepest_step", R + f"return 2 * aggression * {PAIR}.reshape(2, 1)", "numbers are right", None),
    ("steepest_step", R + f"return 4 * aggression * {PAIR}", "twice the step", (1,)),
    ("steepest_step", f"r = f(x, mu, sig) - y\nreturn 2 * aggression * {PAIR}", "uphill", (0, 1)),
]

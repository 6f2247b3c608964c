"""Wrong solutions of the backpropagation lab: function, code, words that must name the mistake, broken links.

Written without a look at the lab's own list of slips, in the ways different people write.
"""

FORWARD = "    a0, z1, a1, z2, a2, z3, a3 = network_function(x)\n"


def code(name: str, body: str) -> str:
    """Return a function whose body knows the network's numbers."""
    lines = "".join(f"    {line}\n" for line in body.strip("\n").split("\n"))
    return f"def {name}(x, y):\n{FORWARD}{lines}"


WRONG: list[tuple[str, str, str, tuple[int, ...] | None]] = [
    # -- b3
    (
        "J_b3",
        "J = (a3 - y) * d_sigma(z3)\nreturn np.sum(J, axis=1, keepdims=True) / x.size",
        "the 2 is missing",
        (0,),
    ),
    ("J_b3", "J = (a3-y)*2\nJ *= d_sigma(z3)\nreturn J.sum(axis=1, keepdims=True)", "N times", (3,)),
    (
        "J_b3",
        "J = 2*(y - a3)*d_sigma(z3)\nreturn np.mean(J, axis=1, keepdims=True)",
        "a3 − y, not y − a3",
        (0,),
    ),
    ("J_b3", "J = 2*(a3 - y)*sigma(z3)\nreturn np.mean(J, axis=1, keepdims=True)", "σ(z3), its value", (1,)),
    ("J_b3", "J = 2*(a3 - y)*d_sigma(a3)\nreturn np.mean(J, 1)[:, None]", "taken at a3", (1,)),
    ("J_b3", "return np.mean(2*(a3 - y), axis=1, keepdims=True)", "σ′(z3) is missing", (1,)),
    ("J_b3", "J = 2*(a3 - y)*d_sigma(z3)\nreturn np.sum(J, axis=1) / x.size", "numbers are right", None),
    (
        "J_b3",
        "J = 2*(a3 - y)*d_sigma(z3)\nreturn np.sum(J, axis=0, keepdims=True) / x.size",
        "wrong axis",
        (3,),
    ),
    ("J_b3", "J = 2*(a3 - y)*d_sigma(z3)\nreturn J / x.size", "not been added up", (3,)),
    ("J_b3", "J = 2*(a3 - y)*d_sigma(z3)\nreturn J @ a2.T / x.size", "The last link has a2 in it", (2,)),
    (
        "J_b3",
        "J = 2*(a3 - y)*d_sigma(z3)\nreturn np.sum(J, axis=1, keepdims=True) / 100",
        "divide by 100",
        (3,),
    ),
    ("J_b3", "J = 2*(a3 - y)*d_sigma(z3)\nreturn np.sum(J, axis=1, keepdims=True) / len(x)", "N times", (3,)),
    ("J_b3", "J = 2*(a3 - y)*d_sigma(z3)\nreturn np.sum(J, axis=1, keepdims=True) / y.size", "y.size", (0,)),
    ("J_b3", "J = 2*(a3 - y)*a3\nreturn np.mean(J, axis=1, keepdims=True)", "σ(z3), its value", (1,)),
    ("J_b3", "J = 2*(a3 - y)*(1 - a3)\nreturn np.mean(J, axis=1, keepdims=True)", "only 1 − a", (1,)),
    (
        "J_b3",
        "s = 0\nfor k in range(x.size):\n    s = s + 2*(z3[:, [k]] - y[:, [k]])*d_sigma(z3[:, [k]])\n"
        "return s/x.size",
        "z3 where it should take a3",
        (0,),
    ),
    (
        "J_b3",
        "return 2*np.mean((a3 - y)**2*d_sigma(z3), axis=1, keepdims=True)",
        "still has the square",
        (0,),
    ),
    # -- b2
    (
        "J_b2",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T @ J\nreturn np.mean(J, axis=1, keepdims=True)",
        "σ′(z2) is missing",
        (3,),
    ),
    (
        "J_b2",
        "J = 2*(a3-y)\nJ = W3.T @ J\nJ = J*d_sigma(z2)\nreturn np.mean(J, axis=1, keepdims=True)",
        "σ′(z3) is missing",
        (1,),
    ),
    (
        "J_b2",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T @ J\nJ = J*sigma(z2)\nreturn np.mean(J, axis=1, keepdims=True)",
        "σ(z2), its value",
        (3,),
    ),
    (
        "J_b2",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = (J.T @ W3).T\nJ = J*d_sigma(a2)\n"
        "return np.sum(J, 1, keepdims=True)/x.size",
        "taken at a2",
        (3,),
    ),
    (
        "J_b2",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3 @ J\nJ = J*d_sigma(z2)\nreturn np.mean(J, axis=1, keepdims=True)",
        "transpose W3.T",
        (2,),
    ),
    (
        "J_b2",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = J*d_sigma(z2)\nreturn np.mean(J, axis=1, keepdims=True)",
        "W3 is missing",
        (1, 2),
    ),
    (
        "J_b2",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = J.T @ W3\nJ = J*d_sigma(z2)\nreturn np.mean(J, axis=1, keepdims=True)",
        "turn it back",
        (2,),
    ),
    (
        "J_b2",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = (W3.T @ J)*d_sigma(z2)\nreturn J @ a1.T / x.size",
        "The last link has a1 in it",
        (4,),
    ),
    (
        "J_b2",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = (W3.T @ J)*d_sigma(z2)\n"
        "return np.sum(J @ a1.T, axis=1, keepdims=True) / x.size",
        "The last link has a1 in it",
        (4,),
    ),
    (
        "J_b2",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = (W3.T @ J)*d_sigma(z2)\nreturn np.sum(J, axis=1, keepdims=True)",
        "N times",
        (5,),
    ),
    (
        "J_b2",
        "J = (a3-y)*d_sigma(z3)\nJ = np.einsum('ij,ik->jk', W3, J)*d_sigma(z2)\n"
        "return J.mean(1, keepdims=True)",
        "the 2 is missing",
        (0,),
    ),
    (
        "J_b2",
        "J = 2*(y-a3)*d_sigma(z3)\nJ = np.dot(W3.T, J)*d_sigma(z2)\nreturn J.mean(1, keepdims=True)",
        "a3 − y, not y − a3",
        (0,),
    ),
    (
        "J_b2",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = np.dot(W3.T, J)*d_sigma(z2)\nreturn J.mean(1, keepdims=True).T",
        "on its side",
        None,
    ),
    (
        "J_b2",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = np.dot(W3.T, J)*d_sigma(z2)*d_sigma(z2)\n"
        "return J.mean(1, keepdims=True)",
        "there twice",
        (3,),
    ),
    (
        "J_b2",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = np.dot(W3.T, J)*z2\nreturn J.mean(1, keepdims=True)",
        "z2 itself",
        (3,),
    ),
    (
        "J_b2",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = np.dot(W3.T, J)*d_sigma(z2)\nJ = np.dot(W2.T, J)*d_sigma(z1)\n"
        "return J.mean(1, keepdims=True)",
        "numbers of J_b1",
        (4,),
    ),
    ("J_b2", "J = 2*(a3-y)*d_sigma(z3)\nreturn J.mean(1, keepdims=True)", "numbers of J_b3", (2, 3)),
    (
        "J_b2",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T @ J * d_sigma(z2)\nreturn J.mean(1, keepdims=True) / x.size",
        "divided by N twice",
        (5,),
    ),
    (
        "J_b2",
        "out = np.zeros((7, 1))\nJ = W3.T @ (2*(a3-y)*d_sigma(z3)) * d_sigma(z2)\nfor j in range(7):\n"
        "    out[j] = J[j].mean()\nreturn out",
        "Is 6 or 7 written in it?",
        None,
    ),
    # -- W1
    (
        "J_W1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\n"
        "return J.mean(axis=1, keepdims=True)",
        "sum you need for a bias",
        (6,),
    ),
    (
        "J_W1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\nreturn J @ a0.T",
        "N times",
        (7,),
    ),
    (
        "J_W1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J\nreturn J @ a0.T / x.size",
        "σ′(z1) is missing",
        (5,),
    ),
    (
        "J_W1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J\nJ = W2.T@J*d_sigma(z1)\nreturn J @ a0.T / x.size",
        "σ′(z2) is missing",
        (3,),
    ),
    (
        "J_W1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\nreturn J @ a1.T / x.size",
        "takes a1",
        (6,),
    ),
    (
        "J_W1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2@J*d_sigma(z1)\nreturn J @ a0.T / x.size",
        "transpose W2.T",
        (4,),
    ),
    (
        "J_W1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\nreturn J @ a0 / x.size",
        "has one column for each example",
        (6,),
    ),
    (
        "J_W1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\nreturn a0 @ J.T / x.size",
        "on its side",
        None,
    ),
    (
        "J_W1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\nreturn J * a0 / x.size",
        "product is one of matrices",
        (6,),
    ),
    (
        "J_W1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*sigma(z1)\n"
        "return np.sum(J * x, axis=1, keepdims=True) / x.size",
        "σ(z1), its value",
        (5,),
    ),
    (
        "J_W1",
        "J = 2*(a3-y)\nJ = J/d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\n"
        "return J @ a0.T / x.size",
        "You divide by σ′(z3)",
        (1,),
    ),
    (
        "J_W1",
        "e = (a3-y)*d_sigma(z3)\nJ = W3.T@e*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\nreturn J @ a0.T",
        "N/2 times",
        (7,),
    ),
    (
        "J_W1",
        "e = (y-a3)*d_sigma(z3)\nJ = W3.T@e*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\nreturn J @ a0.T / x.size",
        "wrong way round",
        (0,),
    ),
    (
        "J_W1",
        "e = 2*abs(a3-y)*d_sigma(z3)\nJ = W3.T@e*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\n"
        "return J @ a0.T / x.size",
        "lost its signs",
        (0,),
    ),
    (
        "J_W1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = np.sum(J, axis=0, keepdims=True)*d_sigma(z2)\n"
        "J = W2.T@J*d_sigma(z1)\nreturn J @ a0.T / x.size",
        "not weighed with W3",
        (2,),
    ),
    (
        "J_W1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\n"
        "return (J @ a0.T / x.size).ravel()",
        "numbers are right",
        None,
    ),
    # -- b1
    (
        "J_b1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\nreturn J @ a0.T / x.size",
        "The last link has a0 in it",
        (6,),
    ),
    (
        "J_b1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nreturn np.mean(J, axis=1, keepdims=True)",
        "numbers of J_b2",
        (4, 5),
    ),
    (
        "J_b1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*d_sigma(a1)\n"
        "return np.mean(J, axis=1, keepdims=True)",
        "taken at a1",
        (5,),
    ),
    (
        "J_b1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\nreturn np.sum(J) / x.size",
        "Everything was added up",
        (7,),
    ),
    (
        "J_b1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\n"
        "return np.sum(J, axis=0) / x.size",
        "wrong axis",
        (7,),
    ),
    (
        "J_b1",
        "J = 2*a3*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\n"
        "return np.mean(J, axis=1, keepdims=True)",
        "target is missing",
        (0,),
    ),
    (
        "J_b1",
        "J = d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\n"
        "return np.mean(J, axis=1, keepdims=True)",
        "first link is missing",
        (0,),
    ),
    (
        "J_b1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)*b1\n"
        "return np.mean(J, axis=1, keepdims=True)",
        "b1 in it",
        (6,),
    ),
    (
        "J_b1",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = W2.T@J*d_sigma(z1)\n"
        "return 3*np.mean(J, axis=1, keepdims=True)",
        "3 times",
        None,
    ),
    # -- the worked ones, changed
    ("J_W3", "J = 2*(a3-y)*d_sigma(z3)\nreturn J @ a1.T / x.size", "takes a1", (2,)),
    ("J_W3", "J = 2*(a3-y)*d_sigma(z3)\nreturn J @ z2.T / x.size", "takes z2", (2,)),
    ("J_W3", "J = 2*(a3-y)*d_sigma(z3)\nreturn np.dot(a2, J.T) / x.size", "on its side", None),
    ("J_W2", "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nreturn J @ a2.T / x.size", "takes a2", (4,)),
    (
        "J_W2",
        "J = 2*(a3-y)*d_sigma(z3)\nJ = W3.T@J*d_sigma(z2)\nJ = J @ a1.T\nreturn J / J.size",
        "number of all entries",
        (5,),
    ),
]

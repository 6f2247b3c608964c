"""Right solutions of the heights lab, in the ways different people write."""

RIGHT = {
    "dfdmu": [
        "return f(x, mu, sig) * (x - mu) / sig**2",
        "return (x - mu) / sig**2 * np.exp(-0.5 * ((x - mu) / sig)**2) / (sig * np.sqrt(2 * np.pi))",
        "z = (x - mu) / sig\n    return z / sig * f(x, mu, sig)",
        "return [f(a, mu, sig) * (a - mu) / sig / sig for a in x]",
        "out = np.zeros_like(x)\n    for i in range(len(x)):\n"
        "        out[i] = f(x[i], mu, sig) * (x[i] - mu) * sig**-2\n    return out",
        "return (f(x, mu + 1e-4, sig) - f(x, mu - 1e-4, sig)) / 2e-4",
        "return -f(x, mu, sig) * (mu - x) / np.power(sig, 2)",
        "x = x.astype(np.float32)\n    return f(x, mu, sig) * (x - np.float32(mu)) / np.float32(sig)**2",
        "J = f(x, mu, sig)\n    J *= x - mu\n    J /= sig * sig\n    return J",
        "return tuple(f(x, mu, sig) * (x - mu) / sig**2)",
    ],
    "dfdsig": [
        "return f(x, mu, sig) * ((x - mu)**2 / sig**3 - 1 / sig)",
        "return f(x, mu, sig) * ((x - mu)**2 - sig**2) / sig**3",
        "return -f(x, mu, sig) / sig + f(x, mu, sig) * (x - mu)**2 / sig**3",
        "z = (x - mu) / sig\n    return (z * z - 1) * f(x, mu, sig) / sig",
        "return np.array([f(a, mu, sig) * ((a - mu)**2 - sig**2) for a in x]) / sig**3",
        "h = 1e-4\n    return (f(x, mu, sig + h) - f(x, mu, sig - h)) / (2 * h)",
        "e = np.exp(-(x - mu)**2 / (2 * sig**2))\n"
        "    return (-1 / sig**2 * e + 1 / sig * e * (x - mu)**2 / sig**3) / np.sqrt(2 * np.pi)",
        "return f(x, mu, sig) * (x - mu - sig) * (x - mu + sig) / sig**3",
        "J = (x - mu)**2\n    J -= sig**2\n    J *= f(x, mu, sig)\n    J /= sig**3\n    return J",
        "return list(f(x, mu, sig) / sig * (((x - mu) / sig)**2 - 1))",
    ],
    "steepest_step": [
        "r = y - f(x, mu, sig)\n"
        "    return 2 * aggression * np.array([r @ dfdmu(x, mu, sig), r @ dfdsig(x, mu, sig)])",
        "r = -2 * (y - f(x, mu, sig))\n    J = np.array([r @ dfdmu(x, mu, sig), r @ dfdsig(x, mu, sig)])\n"
        "    return -J * aggression",
        "A = np.vstack([dfdmu(x, mu, sig), dfdsig(x, mu, sig)])\n"
        "    return 2 * aggression * A @ (y - f(x, mu, sig))",
        "a = b = 0\n    for i in range(len(x)):\n        r = f(x[i], mu, sig) - y[i]\n"
        "        a += 2 * r * dfdmu(x, mu, sig)[i]\n        b += 2 * r * dfdsig(x, mu, sig)[i]\n"
        "    return [-aggression * a, -aggression * b]",
        "S = [dfdmu(x, mu, sig), dfdsig(x, mu, sig)]\n"
        "    return -2 * aggression * np.einsum('i,ki->k', f(x, mu, sig) - y, S)",
        "r = y - f(x, mu, sig)\n    return (2 * aggression * sum(r * dfdmu(x, mu, sig)), "
        "2 * aggression * sum(r * dfdsig(x, mu, sig)))",
        "c = lambda m, s: np.sum((y - f(x, m, s))**2)\n    h = 1e-4\n    return -aggression * np.array("
        "[(c(mu + h, sig) - c(mu - h, sig)) / (2 * h), (c(mu, sig + h) - c(mu, sig - h)) / (2 * h)])",
        "step = np.zeros(2)\n    step[0] = np.dot(y - f(x, mu, sig), dfdmu(x, mu, sig))\n"
        "    step[1] = np.dot(y - f(x, mu, sig), dfdsig(x, mu, sig))\n    step *= 2 * aggression\n"
        "    return step",
        "r = np.asmatrix(y - f(x, mu, sig))\n    J = np.asmatrix([dfdmu(x, mu, sig), dfdsig(x, mu, sig)])\n"
        "    return np.asarray(2 * aggression * r * J.T).ravel()",
        "r = (y - f(x, mu, sig)).astype('f4')\n    return 2 * aggression * np.array("
        "[np.sum(r * dfdmu(x, mu, sig)), np.sum(r * dfdsig(x, mu, sig))], dtype='f4')",
    ],
}
ARGUMENTS = {"dfdmu": "x, mu, sig", "dfdsig": "x, mu, sig", "steepest_step": "x, y, mu, sig, aggression"}

"""Right solutions of the backpropagation lab, in the ways different people write."""

LINES = """
def J_b3(x, y):
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = 2 * (a3 - y)
    J = J * d_sigma(z3)
    J = np.sum(J, axis=1, keepdims=True) / x.size
    return J
def J_b2(x, y):
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = 2 * (a3 - y)
    J = J * d_sigma(z3)
    J = (J.T @ W3).T
    J = J * d_sigma(z2)
    J = np.sum(J, axis=1, keepdims=True) / x.size
    return J
def J_W1(x, y):
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = 2 * (a3 - y)
    J = J * d_sigma(z3)
    J = (J.T @ W3).T
    J = J * d_sigma(z2)
    J = (J.T @ W2).T
    J = J * d_sigma(z1)
    J = J @ a0.T / x.size
    return J
def J_b1(x, y):
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = 2 * (a3 - y)
    J = J * d_sigma(z3)
    J = (J.T @ W3).T
    J = J * d_sigma(z2)
    J = (J.T @ W2).T
    J = J * d_sigma(z1)
    J = np.sum(J, axis=1, keepdims=True) / x.size
    return J
"""

IN_PLACE = """
def back(x, y):
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = a3 - y
    J *= 2 / y.shape[1]
    J *= d_sigma(z3)
    d3 = J.copy()
    J = W3.T.dot(J)
    J *= d_sigma(z2)
    d2 = J.copy()
    J = W2.T.dot(J)
    J *= d_sigma(z1)
    return J, d2, d3
def J_b3(x, y): return back(x, y)[2].sum(1)[:, None]
def J_b2(x, y): return back(x, y)[1].sum(1)[:, np.newaxis]
def J_b1(x, y): return back(x, y)[0].sum(1).reshape(-1, 1)
def J_W1(x, y): return back(x, y)[0].dot(x.T)
"""

EINSUM = """
def delta3(x, y):
    *_, z3, a3 = network_function(x)
    return 2 * (a3 - y) * a3 * (1 - a3)
def delta2(x, y):
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    return np.einsum("ij,ik,jk->jk", W3, delta3(x, y), a2 * (1 - a2))
def delta1(x, y):
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    return np.einsum("ij,ik->jk", W2, delta2(x, y)) * a1 * (1 - a1)
def J_b3(x, y): return np.einsum("ik->i", delta3(x, y))[:, None] / x.size
def J_b2(x, y): return np.einsum("ik->i", delta2(x, y))[:, None] / x.size
def J_b1(x, y): return np.einsum("ik->i", delta1(x, y))[:, None] / x.size
def J_W1(x, y): return np.einsum("ik,jk->ij", delta1(x, y), x) / x.size
"""

LOOPS = """
def J_b3(x, y):
    N = x.shape[1]
    out = np.zeros_like(b3)
    for k in range(N):
        a0, z1, a1, z2, a2, z3, a3 = network_function(x[:, k:k+1])
        for i in range(2):
            out[i, 0] += 2 * (a3[i, 0] - y[i, k]) * d_sigma(z3[i, 0])
    return out / N
def J_b2(x, y):
    N = x.shape[1]
    out = np.zeros_like(b2)
    for k in range(N):
        a0, z1, a1, z2, a2, z3, a3 = network_function(x[:, k:k+1])
        for j in range(b2.size):
            s = 0
            for i in range(2):
                s += 2 * (a3[i, 0] - y[i, k]) * d_sigma(z3[i, 0]) * W3[i, j]
            out[j, 0] += s * d_sigma(z2[j, 0])
    return out / N
def J_b1(x, y):
    N = x.shape[1]
    total = 0
    for k in range(N):
        a0, z1, a1, z2, a2, z3, a3 = network_function(x[:, k:k+1])
        d = 2 * (a3 - y[:, k:k+1]) * d_sigma(z3)
        total = total + (W2.T @ ((W3.T @ d) * d_sigma(z2))) * d_sigma(z1)
    return total / N
def J_W1(x, y):
    return sum(J_b1(x[:, [k]], y[:, [k]]) @ x[:, [k]].T for k in range(x.size)) / x.size
"""

LISTS = """
def J_b3(x, y):
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    d = 2 * (a3 - y) * d_sigma(z3) / x.size
    return [[float(sum(row))] for row in d]
def J_b2(x, y):
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    d = (W3.T @ (2 * (a3 - y) * d_sigma(z3))) * d_sigma(z2)
    return [np.array([row.mean()]) for row in d]
def J_b1(x, y):
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    d = (W2.T @ ((W3.T @ (2 * (a3 - y) * d_sigma(z3))) * d_sigma(z2))) * d_sigma(z1)
    return d.mean(axis=1, keepdims=True).tolist()
def J_W1(x, y):
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    d = (W2.T @ ((W3.T @ (2 * (a3 - y) * d_sigma(z3))) * d_sigma(z2))) * d_sigma(z1)
    return tuple((d * x).mean(axis=1, keepdims=True))
"""

MATRICES_AND_ONES = """
def J_b3(x, y):
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    ones = np.ones((x.shape[1], 1))
    return np.matrix(2 * (a3 - y) * d_sigma(z3)) * np.matrix(ones) / len(ones)
def J_b2(x, y):
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = W3.T @ (2 * (a3 - y) * d_sigma(z3)) * d_sigma(z2)
    return J @ np.ones_like(x).T / x.size
def J_b1(x, y):
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = W2.T @ (W3.T @ (2 * (a3 - y) * d_sigma(z3)) * d_sigma(z2)) * d_sigma(z1)
    return np.average(J, axis=1).reshape(b1.shape)
def J_W1(x, y):
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = np.asmatrix(W2.T @ (W3.T @ (2 * (a3 - y) * d_sigma(z3)) * d_sigma(z2)) * d_sigma(z1))
    return J * np.asmatrix(a0).T / a0.size
"""

SINGLE_PRECISION = """
def small(x, y):
    return [v.astype(np.float32) for v in network_function(x)] + [y.astype(np.float32)]
def J_b3(x, y):
    a0, z1, a1, z2, a2, z3, a3, y = small(x, y)
    return np.sum(2 * (a3 - y) * a3 * (1 - a3), axis=1, keepdims=True, dtype=np.float32) / x.size
def J_b2(x, y):
    a0, z1, a1, z2, a2, z3, a3, y = small(x, y)
    J = W3.astype("f4").T @ (2 * (a3 - y) * a3 * (1 - a3)) * a2 * (1 - a2)
    return np.sum(J, axis=1, keepdims=True) / np.float32(x.size)
def J_b1(x, y):
    a0, z1, a1, z2, a2, z3, a3, y = small(x, y)
    J = W3.astype("f4").T @ (2 * (a3 - y) * a3 * (1 - a3)) * a2 * (1 - a2)
    J = W2.astype("f4").T @ J * a1 * (1 - a1)
    return np.mean(J, axis=1, keepdims=True)
def J_W1(x, y):
    a0, z1, a1, z2, a2, z3, a3, y = small(x, y)
    J = W3.astype("f4").T @ (2 * (a3 - y) * a3 * (1 - a3)) * a2 * (1 - a2)
    J = W2.astype("f4").T @ J * a1 * (1 - a1)
    return (J @ a0.T / x.size).astype(np.float32)
"""

NUDGING = """
def nudged(P, x, y, h=1e-6):
    out = np.zeros(P.shape)
    for i in range(P.shape[0]):
        for j in range(P.shape[1]):
            P[i, j] += h
            up = np.sum((network_function(x)[-1] - y) ** 2) / x.size
            P[i, j] -= 2 * h
            down = np.sum((network_function(x)[-1] - y) ** 2) / x.size
            P[i, j] += h
            out[i, j] = (up - down) / (2 * h)
    return out
def J_b3(x, y): return nudged(b3, x, y)
def J_b2(x, y): return nudged(b2, x, y)
def J_b1(x, y): return nudged(b1, x, y)
def J_W1(x, y): return nudged(W1, x, y)
"""

WRITTEN_OUT = """
s = lambda z: 1 / (1 + np.exp(-z))
def J_b3(x, y, weights=None):
    h1 = s(np.dot(W1, x) + b1); h2 = s(np.dot(W2, h1) + b2); o = s(np.dot(W3, h2) + b3)
    return (2.0 / x.shape[-1]) * ((o - y) * o * (1 - o)) @ np.ones((x.shape[-1], 1))
def J_b2(x, y):
    h1 = s(np.dot(W1, x) + b1); h2 = s(np.dot(W2, h1) + b2); o = s(np.dot(W3, h2) + b3)
    e = -(y - o) * (o - o ** 2)
    return 2 * np.mean(np.matmul(np.transpose(W3), e) * (h2 - h2 ** 2), 1, keepdims=True)
J_b1 = lambda x, y: np.add.reduce(hidden(x, y), axis=1, keepdims=True)
def J_W1(x, y):
    return np.tensordot(hidden(x, y), x, axes=([1], [1]))
def hidden(x, y):
    h1 = s(np.dot(W1, x) + b1); h2 = s(np.dot(W2, h1) + b2); o = s(np.dot(W3, h2) + b3)
    e = (o - y) * o * (1 - o) * 2
    e = np.matmul(W3.T, e) * h2 * (1 - h2)
    return np.matmul(W2.T, e) * h1 * (1 - h1) / len(x.T)
"""

JACOBIANS_ONE_BY_ONE = """
def J_b3(x, y):
    J = np.zeros((1, 2))
    for xk, yk in zip(x.T, y.T):
        a0, z1, a1, z2, a2, z3, a3 = network_function(xk[:, None])
        J += 2 * (a3 - yk[:, None]).T @ np.diag(d_sigma(z3).ravel())
    return J.T / x.size
def J_b2(x, y):
    J = np.zeros((1, b2.size))
    for xk, yk in zip(x.T, y.T):
        a0, z1, a1, z2, a2, z3, a3 = network_function(xk[:, None])
        J += 2 * (a3 - yk[:, None]).T @ np.diag(d_sigma(z3).ravel()) @ W3 @ np.diag(d_sigma(z2).ravel())
    return J.T / x.size
def J_b1(x, y):
    J = np.zeros((1, b1.size))
    for xk, yk in zip(x.T, y.T):
        a0, z1, a1, z2, a2, z3, a3 = network_function(xk[:, None])
        J += (2 * (a3 - yk[:, None]).T @ np.diag(d_sigma(z3).ravel()) @ W3 @ np.diag(d_sigma(z2).ravel())
              @ W2 @ np.diag(d_sigma(z1).ravel()))
    return J.T / x.size
def J_W1(x, y):
    J = np.zeros((1, b1.size))
    for xk, yk in zip(x.T, y.T):
        a0, z1, a1, z2, a2, z3, a3 = network_function(xk[:, None])
        J += (2 * (a3 - yk[:, None]).T @ np.diag(d_sigma(z3).ravel()) @ W3 @ np.diag(d_sigma(z2).ravel())
              @ W2 @ np.diag(d_sigma(z1).ravel())) * xk
    return J.T / x.size
"""

RIGHT = {
    "line by line": LINES,
    "in place": IN_PLACE,
    "einsum": EINSUM,
    "loops": LOOPS,
    "lists": LISTS,
    "matrices and ones": MATRICES_AND_ONES,
    "single precision": SINGLE_PRECISION,
    "nudging": NUDGING,
    "written out": WRITTEN_OUT,
    "Jacobians one by one": JACOBIANS_ONE_BY_ONE,
}

# ruff: noqa: RUF059, NPY002
# %% [markdown]
# # Write backpropagation yourself
#
# The heart of the [playground](item:multivariate-chain-rule/backpropagation-playground) again, and this time
# you write what makes the network learn it. It hears one number, the moment, and shall answer with two: how
# far across the pen was then, and how far up.
#
# At first it scribbles. What makes it better is a slope for each of its 77 weights and biases: how fast the
# cost changes when this one number moves. *Backpropagation* finds all of them with the chain rule, starting
# at the cost and walking back. Two Jacobians are written for you, link by link. Four are yours.
#
# Three lessons hold all you need. If you are stuck, look there:
#
# | stuck at | look at |
# |---|---|
# | $z$, $\sigma$ and its slope | [One neuron](item:multivariate-chain-rule/simple-neural-networks) |
# | layers, cost, next link | [Who is to blame?](item:multivariate-chain-rule/more-simple-neural-networks) |
# | shapes that do not fit | [Longer chains](item:multivariate-chain-rule/more-multivariate-chain-rule) |
#
# Run each cell with *Shift + Enter*, from the top. As often as you like you may submit: for a function that
# is not right yet you are told which link of its chain is missing or broken, and shown the chain.

# %% tags=["given"]
import matplotlib.pyplot as plt
import numpy as np


def curve(x):
    """Where the pen is at the moments x, from 0 to 1: one row for across, one for up."""
    t = 2 * np.pi * x
    across = 0.5 + 0.34 * np.sin(t) - 0.075 * np.sin(3 * t)
    up = 0.47 + 0.29 * np.cos(t) - 0.13 * np.cos(2 * t)
    up = up - 0.04 * np.cos(3 * t) - 0.02 * np.cos(4 * t)
    return np.vstack([across, up])


def training_data(N=100):
    """N moments (1 × N), and the places of the pen then (2 × N)."""
    x = np.arange(N).reshape(1, N) / N
    return x, curve(x)


# %%
x, y = training_data()
plt.figure(figsize=(4, 4))
plt.scatter(*y, c=x.ravel(), cmap="viridis", s=18)
plt.gca().set_aspect("equal")
plt.title("100 places of the pen, from dark to light")
plt.show()

# %% [markdown]
# ## The network
#
# One number in, then layers of 6, 7 and 2 neurons. Every layer does what you know: a weighted sum with a
# bias, which gives $z$, and a bend, $\sigma$, which gives $a$:
#
# $${z^{(n)} = W^{(n)} a^{(n-1)} + b^{(n)},} \qquad\allowbreak {a^{(n)} = \sigma\bigl(z^{(n)}\bigr),}
# \qquad\allowbreak {\sigma(z) = \frac{1}{1 + e^{-z}}}$$
#
# All examples go through side by side, one column for each. These are the shapes you will meet; $N$ is the
# number of examples:
#
# | name | what it is | shape |
# |---|---|---|
# | `x`, which is `a0` | the moments | 1 × N |
# | `z1`, `a1` | layer 1 before and after $\sigma$ | 6 × N |
# | `z2`, `a2` | layer 2 before and after $\sigma$ | 7 × N |
# | `z3`, `a3` | layer 3; `a3` is the answer | 2 × N |
# | `y` | where the pen really was | 2 × N |
# | `W1`, `W2`, `W3` | weights | 6 × 1, 7 × 6, 2 × 7 |
# | `b1`, `b2`, `b3` | biases | 6 × 1, 7 × 1, 2 × 1 |


# %% tags=["given"]
def sigma(z):
    """Squash any number to between 0 and 1."""
    return 1 / (1 + np.exp(-z))


def d_sigma(z):
    """The slope of sigma at z."""
    return sigma(z) * (1 - sigma(z))


def reset_network(n1=6, n2=7, random=np.random):
    """Begin again: small random weights and biases, n1 and n2 neurons inside."""
    global W1, W2, W3, b1, b2, b3
    shapes = (n1, 1), (n2, n1), (2, n2)
    W1, W2, W3 = (random.standard_normal(shape) / 2 for shape in shapes)
    b1, b2, b3 = (random.standard_normal((n, 1)) / 2 for n in (n1, n2, 2))


def network_function(a0):
    """Send the columns of a0 through; return everything met on the way."""
    z1 = W1 @ a0 + b1
    a1 = sigma(z1)
    z2 = W2 @ a1 + b2
    a2 = sigma(z2)
    z3 = W3 @ a2 + b3
    a3 = sigma(z3)
    return a0, z1, a1, z2, a2, z3, a3


reset_network()

# %% [markdown]
# ## How wrong is it?
#
# For one example, the cost is the squared distance between where the network puts the pen and where it was.
# Over all examples, take the mean:
#
# $$C = \frac{1}{N} \sum_{k=1}^{N} \bigl\lVert a^{(3)}_k - y_k \bigr\rVert^2$$


# %% tags=["given"]
def cost(x, y):
    """The average squared distance between what comes out and what should."""
    return np.sum((network_function(x)[-1] - y) ** 2) / x.size


def show_drawing(x, y):
    """Draw what the network draws, over what it should draw."""
    plt.figure(figsize=(4, 4))
    plt.plot(*y, "o", color="silver", markersize=4)
    plt.plot(*network_function(x)[-1], color="crimson", linewidth=2)
    plt.gca().set_aspect("equal")
    plt.axis((0, 1, 0, 1))
    plt.title(f"cost {cost(x, y):.4f}")
    plt.show()


# %%
show_drawing(x, y)

# %% [markdown]
# A scribble, and a short one. Nothing has been learnt yet.
#
# ## A chain for the last weights
#
# Nudge one weight of $W^{(3)}$. That moves $z^{(3)}$, which moves $a^{(3)}$, which moves the cost. Three
# links, so three factors, walked back from the cost:
#
# $$\frac{\partial C}{\partial W^{(3)}} = \frac{\partial C}{\partial a^{(3)}} \cdot \frac{\partial
# a^{(3)}}{\partial z^{(3)}} \cdot \frac{\partial z^{(3)}}{\partial W^{(3)}}$$
#
# Where does each one come from?
#
# | link | why | code | shape |
# |---|---|---|---|
# | $\partial C / \partial a^{(3)}$ | the square brings down a 2 | `2 * (a3 - y)` | 2 × N |
# | $\partial a^{(3)} / \partial z^{(3)}$ | each neuron squashes its own $z$ | `* d_sigma(z3)` | 2 × N |
# | $\partial z^{(3)} / \partial W^{(3)}$ | a weight counts as much as what it multiplies | `@ a2.T` | 2 × 7 |
# | average over the examples | the cost is an average | `/ x.size` | 2 × 7 |
#
# Look at the second row: `*` works entry by entry, as every neuron has a bend of its own. And at the third.
# `J` has one column for each example and so has `a2`. The product `J @ a2.T` pairs every output with every
# neuron of layer 2 *and* adds up over the examples, both at once. What comes out has the shape of
# $W^{(3)}$: one slope for each weight. (In the lessons a row of slopes stood on the left of each product.
# Here the slopes of an example stand in a column, so that all examples fit side by side; that is why things
# are turned.)


# %%
def J_W3(x, y):
    """The slope of the cost for every entry of W3."""
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = 2 * (a3 - y)
    J = J * d_sigma(z3)
    J = J @ a2.T
    return J / x.size


# %% [markdown]
# ### Can you trust it?
#
# You can measure a slope without any calculus: nudge one number up and down, and see how much the cost
# changes. That is slow, two runs of the network for each of the 77 numbers. It is also hard to get wrong,
# which makes it a good judge.


# %% tags=["given"]
def measured(parameter, x, y, nudge=1e-5):
    """The slope of the cost for every entry of a parameter, by nudging."""
    slopes = np.empty(parameter.shape)
    for entry in np.ndindex(*parameter.shape):
        kept = parameter[entry]
        parameter[entry] = kept + nudge
        above = cost(x, y)
        parameter[entry] = kept - nudge
        below = cost(x, y)
        parameter[entry] = kept
        slopes[entry] = (above - below) / (2 * nudge)
    return slopes


def compare(J, parameter):
    """Print how far a Jacobian is from the measured slopes."""
    mine, slopes = J(x, y), measured(parameter, x, y)
    if np.shape(mine) != slopes.shape:
        print(f"{J.__name__} has shape {np.shape(mine)}; it should have {slopes.shape}")
    else:
        gap, size = np.max(np.abs(mine - slopes)), np.max(np.abs(slopes))
        print(f"{J.__name__}: largest difference {gap:.1e}, largest slope {size:.1e}")


# %%
compare(J_W3, W3)

# %% [markdown]
# Slopes of a hundredth or a tenth, and a difference with ten zeros after the point: that is what *right*
# looks like. A mistake would show up in the first digits.
#
# ## Your turn: the last biases
#
# Now nudge $b^{(3)}$. The first two links are the same as before. Only the last one changes: a bias is added
# as it is, so
#
# $$\frac{\partial z^{(3)}}{\partial b^{(3)}} = 1.$$
#
# So there is no `a2` here. But something that the product did for you is missing now, too: nobody adds up
# the examples. Do it with `np.sum(J, axis=1, keepdims=True)`, which adds along each row and leaves a column.
#
# | name | return | shape |
# |---|---|---|
# | `J_b3` | $\partial C / \partial b^{(3)}$ | 2 × 1, like `b3` |


# %%
def J_b3(x, y):
    """The slope of the cost for every entry of b3."""
    # solution: begin like J_W3, end by adding up the examples
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = 2 * (a3 - y)
    J = J * d_sigma(z3)
    return np.sum(J, axis=1, keepdims=True) / x.size
    # end of solution


# %%
compare(J_b3, b3)

# %% [markdown]
# ## One layer further back
#
# A weight of $W^{(2)}$ moves layer 2 first, and only through it layer 3 and the cost. Two more links
# appear in the middle:
#
# $$\frac{\partial C}{\partial W^{(2)}} = \frac{\partial C}{\partial a^{(3)}} \cdot \frac{\partial
# a^{(3)}}{\partial z^{(3)}} \cdot \underbrace{\frac{\partial z^{(3)}}{\partial a^{(2)}} \cdot \frac{\partial
# a^{(2)}}{\partial z^{(2)}}}_{\text{one layer back}} \cdot \frac{\partial z^{(2)}}{\partial W^{(2)}}$$
#
# | new link | why | code | shape |
# |---|---|---|---|
# | $\partial z^{(3)} / \partial a^{(2)}$ | the weights carry it back to layer 2 | `W3.T @` | 7 × N |
# | $\partial a^{(2)} / \partial z^{(2)}$ | layer 2 squashes, too | `* d_sigma(z2)` | 7 × N |
#
# Why the transpose? Going forward, $W^{(3)}$ takes 7 numbers to 2. Going back, blame is handed from 2
# outputs to 7 neurons along the very same lines: the same table of weights, read by columns. From each
# neuron of layer 2 two ways lead to the cost. Along each way multiply, where they meet add: the matrix
# product does just that.
#
# The last link is `a1.T` this time: $W^{(2)}$ multiplies `a1`.


# %%
def J_W2(x, y):
    """The slope of the cost for every entry of W2."""
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = 2 * (a3 - y)
    J = J * d_sigma(z3)
    J = W3.T @ J
    J = J * d_sigma(z2)
    J = J @ a1.T
    return J / x.size


# %%
compare(J_W2, W2)

# %% [markdown]
# ## Your turn: the biases of layer 2
#
# Before you write: which lines of `J_W2` stay, and which one changes? Then write it.
#
# | name | return | shape |
# |---|---|---|
# | `J_b2` | $\partial C / \partial b^{(2)}$ | 7 × 1, like `b2` |


# %%
def J_b2(x, y):
    """The slope of the cost for every entry of b2."""
    # solution: go one layer back like J_W2, end like J_b3
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = 2 * (a3 - y)
    J = J * d_sigma(z3)
    J = W3.T @ J
    J = J * d_sigma(z2)
    return np.sum(J, axis=1, keepdims=True) / x.size
    # end of solution


# %%
compare(J_b2, b2)

# %% [markdown]
# ## Your turn: all the way back
#
# Layer 1 is one step further. The step looks like the one before, with every number one smaller. Which
# weights lead from layer 1 to layer 2? Which $z$ does layer 1 squash? And what do the weights of layer 1
# multiply?
#
# Write down the chain for $W^{(1)}$ on paper first. It has seven links.
#
# | name | return | shape |
# |---|---|---|
# | `J_W1` | $\partial C / \partial W^{(1)}$ | 6 × 1 |
# | `J_b1` | $\partial C / \partial b^{(1)}$ | 6 × 1 |


# %%
def J_W1(x, y):
    """The slope of the cost for every entry of W1."""
    # solution: two steps back, then the link to W1
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = 2 * (a3 - y)
    J = J * d_sigma(z3)
    J = W3.T @ J
    J = J * d_sigma(z2)
    J = W2.T @ J
    J = J * d_sigma(z1)
    return J @ a0.T / x.size
    # end of solution


# %%
def J_b1(x, y):
    """The slope of the cost for every entry of b1."""
    # solution: two steps back, then the link to b1
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = 2 * (a3 - y)
    J = J * d_sigma(z3)
    J = W3.T @ J
    J = J * d_sigma(z2)
    J = W2.T @ J
    J = J * d_sigma(z1)
    return np.sum(J, axis=1, keepdims=True) / x.size
    # end of solution


# %%
compare(J_W1, W1)
compare(J_b1, b1)

# %% [markdown]
# Both have the shape 6 × 1, so the shape would not notice if you mixed them up. The comparison does.
#
# ## Watch it learn
#
# Six Jacobians are all it takes. In every step of training, each parameter goes a little downhill:
#
# $$W \leftarrow W - \text{aggression} \cdot \frac{\partial C}{\partial W} \cdot (1 + \text{noise} \cdot
# \text{a random number})$$
#
# The *aggression* says how bold the steps are. The *noise* shakes every slope, each in its own way; it is
# 0 for now. The picture shows what the network drew on the way, from pale (after 10 steps) to dark (at
# the end).


# %% tags=["given"]
def train(x, y, iterations, aggression, noise):
    """Walk downhill; return all costs, and seven drawings made on the way."""
    jacobians = {"W1": J_W1, "W2": J_W2, "W3": J_W3, "b1": J_b1, "b2": J_b2, "b3": J_b3}
    network, costs, drawings = globals(), [], []
    moments = {iterations, *np.geomspace(10, max(iterations, 10), 7).round().astype(int)}
    for step in range(iterations + 1):
        drawing = network_function(x)[-1]
        costs.append(np.sum((drawing - y) ** 2) / x.size)
        if step in moments:
            drawings.append(drawing)
        slopes = {name: J(x, y) for name, J in jacobians.items()}
        for name, slope in slopes.items():
            shaken = slope * (1 + noise * np.random.standard_normal(slope.shape))
            network[name] = network[name] - aggression * shaken
    return costs, drawings


def plot_training(x, y, iterations=3000, aggression=7, noise=0):
    """Train from where the network is; show its drawings and its cost."""
    unfinished = [J.__name__ for J in (J_b3, J_b2, J_W1, J_b1) if J(x, y) is None]
    if unfinished:
        print(f"Not yet: {', '.join(unfinished)} must return something first.")
        return
    costs, drawings = train(x, y, iterations, aggression, noise)
    _, (left, right) = plt.subplots(1, 2, figsize=(9, 4))
    left.plot(*y, "o", color="silver", markersize=4)
    for number, drawing in enumerate(drawings, start=1):
        shade = number / len(drawings)
        left.plot(*drawing, color="crimson", alpha=shade**2, linewidth=1 + shade)
    left.set_aspect("equal")
    left.axis((0, 1, 0, 1))
    left.set_title(f"after {iterations} steps")
    right.semilogy(costs, color="crimson", linewidth=1)
    right.set_xlabel("steps")
    right.set_ylabel("cost")
    right.set_title(f"cost {costs[0]:.4f} → {costs[-1]:.4f}")
    plt.tight_layout()
    plt.show()


# %%
reset_network()
plot_training(x, y)

# %% [markdown]
# There is the heart. It began as a scribble with a cost above 0.1, and after 3,000 steps the cost is
# below 0.01.
#
# Look at how the cost falls. Not evenly: there are long flats, then the network finds something, and it
# drops. And the sharp places come last. The tip of the heart and the dent at its top need the most
# precise weights of all. Run `plot_training(x, y)` again without the reset, and it goes on from where it
# was.
#
# ## Things to try
#
# Guess first, then run.
#
# - Set the `aggression` to 1. Then to 30. What goes wrong, and is it the same thing both times?
# - Set the `noise` to 1. Now every slope is shaken so hard that some point the wrong way. Does it still
#   learn?
# - Begin with `reset_network(1, 7)`: a single neuron in the first layer. Which parts of the heart can it
#   still draw?
# - Change `curve` to a drawing of your own. It must end where it begins.
# - Leave one link out of `J_W1`, the slope $\sigma'(z^{(1)})$ for example, and train again. Does it still
#   learn? A wrong gradient often learns a little, which is why it is worth measuring.

# %%
# Your experiments go here, for example:
# reset_network()
# plot_training(x, y, aggression=1)

# %% [markdown]
# ## What you have done
#
# - You wrote the chain rule for every parameter of a network. Networks with billions of weights use these
#   same links; a program writes them down, but they are no others.
# - You saw the pattern: a slope at the cost, then for each layer back one product with $W^T$ and one with
#   $\sigma'$, and at the end one link that says what the parameter multiplies.
# - You checked a gradient against measured slopes. Keep that habit: a wrong gradient seldom stops with an
#   error.
#
# When your functions are done, submit. Each earns its own marks, and you may submit as often as you like.
# Then [show your curve](item:multivariate-chain-rule/i-love-backpropagation).

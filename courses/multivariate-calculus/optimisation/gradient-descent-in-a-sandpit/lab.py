# %% [markdown]
# # Teach a walker to find the bottom
#
# The sandpit again: six metres by six, in the fog, and somewhere its deepest point. Push in the stick, and it
# tells how deep the ground lies there, how it slopes, and how it bends. Then take a step, and push it in
# again. You have 25 probes.
#
# Here you write the part of the walker that thinks, a function `next_step`. It hears what the stick says and
# answers with a step. Below the cells you can watch it walk, and race it over 100 pits it has never seen.
#
# Run each cell with *Shift + Enter*, from the top.

# %% tags=["given"]
import matplotlib.pyplot as plt
import numpy as np

# %% [markdown]
# ## What the stick says
#
# | name | what it is | shape |
# |---|---|---|
# | `f` | the depth here, in metres: −1 is high ground, −9 the deepest | number |
# | `J` | the row $\mathbf{J}$ of slopes along $x$ and along $y$: it points *uphill* | array of 2 |
# | `H` | the Hessian, the bends: how `J` changes from place to place | array, 2 × 2 |
# | returned | the step: how far along $x$, how far along $y$, in metres | 2 numbers |
#
# One thing is *not* in the table: where you are. The walker does not know that either.
#
# A NumPy array of two numbers neither lies nor stands. So `J` does for the row $\mathbf{J}$ and for the
# column $\nabla f$, and `-0.2 * J` is a step as it is.
#
# ## A pit to practise in
#
# This pit has no fog. It has two hollows, a deep one and a shallow one, and you can see both.


# %% tags=["given"]
def hollow(x, y, depth, centre, width):
    """One round hollow: its height, Jacobian and Hessian at (x, y)."""
    u, v = (x - centre[0]) / width, (y - centre[1]) / width
    f = -depth * np.exp(-(u**2 + v**2) / 2)
    J = -f * np.array([u, v]) / width
    H = -f * np.array([[1 - u**2, -u * v], [-u * v, 1 - v**2]]) / width**2
    return f, J, H


def practice_pit(x, y):
    """The practice pit: a deep hollow at (4.2, 3.9) and a shallow one at (1.5, 1.6)."""
    deep = hollow(x, y, 6.5, (4.2, 3.9), 1.3)
    shallow = hollow(x, y, 3.5, (1.5, 1.6), 0.9)
    return deep[0] + shallow[0] - 1, deep[1] + shallow[1], deep[2] + shallow[2]


def practise(strategy, x, y):
    """Walk over the practice pit from (x, y), draw the way, and say how it went."""
    path = [(x, y)]
    while len(path) < 25 and np.hypot(path[-1][0] - 4.2, path[-1][1] - 3.9) > 0.15:
        step = strategy(*practice_pit(*path[-1]))
        path.append(tuple(np.clip(path[-1] + np.array(step), 0, 6)))
    xs = np.linspace(0, 6, 61)
    depths = [[practice_pit(a, b)[0] for a in xs] for b in xs]
    plt.figure(figsize=(4.4, 4.4))
    plt.contour(xs, xs, depths, levels=np.arange(-7.5, -1, 0.5), colors="tan", linestyles="solid")
    plt.plot([x for x, _ in path], [y for _, y in path], "o-", color="crimson", markersize=4)
    plt.plot(*path[0], "o", color="black")
    plt.axis("square")
    plt.axis((0, 6, 0, 6))
    plt.show()
    end = np.hypot(path[-1][0] - 4.2, path[-1][1] - 3.9)
    print(f"{len(path)} probes, and the last one is {end:.2f} m from the deepest point.")


# %% [markdown]
# ## Strategy 1: a constant step
#
# `J` points uphill, so `-J` points down. Make the step 0.4 m long, always.


# %%
def constant_step(f, J, H):
    """Straight downhill, always 0.4 metres."""
    return -0.4 * J / np.linalg.norm(J)


practise(constant_step, 2.0, 4.0)

# %% [markdown]
# It walks well. At the bottom it has a problem: it steps over the deepest point, and back, and over it again.
# Look at the last few dots.
#
# ## Strategy 2: steepest descent
#
# So take a fixed share of the slope: long steps where it is steep, short ones where it is nearly level. The
# share is the step size $\alpha$, here 0.2.


# %%
def steepest_descent(f, J, H):
    """Straight downhill, far where it is steep and little where it is flat."""
    return -0.2 * J


practise(steepest_descent, 2.0, 4.0)

# %% [markdown]
# And from a far corner, where the ground is almost level? Guess, then run it.

# %%
practise(steepest_descent, 0.5, 6.0)

# %% [markdown]
# ## Strategy 3: Newton's step
#
# The tiny steps never arrive. Now use the bends, as Newton and Raphson do. After a step $\mathbf{d}$ the
# slopes would be $\nabla f + \mathbf{H}\mathbf{d}$, if the ground went on bending as it does here. Set that
# to zero:
#
# $$\mathbf{d} = -\mathbf{H}^{-1}\, \nabla f$$


# %%
def newton(f, J, H):
    """To where the ground would be level if it went on bending as it does here."""
    return -np.linalg.solve(H, J)


practise(newton, 4.6, 3.4)

# %% [markdown]
# From near the bottom, nothing is faster. But *level* is not *lowest*: a hilltop is level too, and so is a
# saddle between two hollows.

# %%
practise(newton, 3.0, 3.0)

# %% [markdown]
# ## Strategy 4: a hybrid
#
# Use each where it is good. Where the ground bends up every way ($\det\mathbf{H} > 0$ and
# $\frac{\partial^2 f}{\partial x^2} > 0$), trust Newton. Anywhere else, go downhill.


# %%
def hybrid(f, J, H):
    """Newton's step where the ground is hollow, steepest descent everywhere else."""
    if np.linalg.det(H) > 0 and H[0, 0] > 0:
        return -np.linalg.solve(H, J)
    return -0.2 * J


practise(hybrid, 3.0, 3.0)

# %% [markdown]
# Better. But start on the wrong side of the ridge, and none of the four can help: downhill leads to the wrong
# hollow.

# %%
practise(hybrid, 2.0, 1.2)

# %% [markdown]
# ## Your turn
#
# Write your own. Begin with any of the four and mend what you saw go wrong:
#
# - How long may a step be before you stop trusting it?
# - What could you do where the ground is level, but not deep enough to be the bottom? You know how deep the
#   deepest point is: −9 m.
# - `next_step` may remember things, such as its last step, for momentum. A name at the top of its cell,
#   changed with `global`, lasts from one step to the next, and is new for each pit.
#
# What it remembers has to stand in the same cell: for each pit that cell is run afresh. From the other
# cells the walker takes only functions and imports with it.


# %%
def next_step(f, J, H):
    """Where to go from here: two numbers, in metres."""
    # solution: return the next step
    hollow = np.linalg.det(H) > 0 and H[0, 0] > 0
    step = -np.linalg.solve(H, J) if hollow else -0.4 * J / np.linalg.norm(J)
    length = np.linalg.norm(step)
    return step if length <= 1 else step / length
    # end of solution


# %%
practise(next_step, 2.0, 1.2)

# %% [markdown]
# ## Before you race
#
# Which of the four given strategies will find the deepest point most often, in 100 pits of five kinds? And
# how many of the 100: about 15, about 35 or about 75? Write down your guess, then look below.

# %%
my_guess = "…, about …"

# %% [markdown]
# ## Then: watch, and race
#
# Below this cell you can watch your `next_step` on any pit, five steps at a time, with the ground hidden
# until the walk is over. After that, race it.
#
# Race 1 is the same 100 pits every time, so you can tell whether a change helped. When you are pleased with
# your walker, try race 2, and race 3. If it does much worse there, it has learnt the pits and not the
# walking.
#
# ## What learning machines do
#
# A neural network has millions of dials instead of two, and its pit is the cost. Nobody sees that landscape
# either. People who train networks use what you have met here: steps along $-\nabla f$, a step size that is
# neither too bold nor too timid, and momentum. The Hessian is seldom used: for a million dials it has a
# million times a million entries. And for the wrong hollow there are a little noise and several starts.

# %% [markdown]
# # ITEM-TITLE
#
# Say in two or three sentences what this lab is about, and what the learner will have at the end.

# %% tags=["given"]
import numpy as np


def f(x):
    """The height of the path at x."""
    return x**3 - 2 * x


# %% [markdown]
# ## Your turn
#
# Write the derivative of $f(x) = x^3 - 2x$. It takes a number or an array, and returns the same shape.


# %%
def dfdx(x):
    """The slope of f at x."""
    # solution: work it out term by term
    return 3 * x**2 - 2
    # end of solution


# %%
print(dfdx(np.array([0.0, 1.0, 2.0])))

# %% [markdown]
# # Fitting heights
#
# How tall are people? Two numbers answer surprisingly well: where the middle is, and how far people spread
# around it. In this lab you find those two numbers for 8,302 real adults, by walking downhill on the
# misfit.
#
# You write three functions: two derivatives and one step. Everything else is ready to run.
#
# Run each cell with *Shift + Enter*, from the top.

# %% tags=["given"]
import matplotlib.pyplot as plt
import numpy as np

# How many adults stand in each class of 2.5 cm:
# 130.0 to 132.5 cm, 132.5 to 135.0 cm, … up to 200 cm.
# fmt: off
all_counts = np.array([1, 0, 1, 4, 11, 47, 90, 156, 264, 441, 554, 665, 701, 747,
                       742, 685, 689, 616, 575, 452, 339, 195, 154, 96, 43, 20, 9, 5])
female_counts = np.array([1, 0, 1, 4, 11, 46, 90, 153, 258, 419, 519, 580, 581, 535,
                          401, 256, 189, 95, 44, 24, 10, 1, 1, 2, 0, 0, 0, 0])
male_counts = all_counts - female_counts
# fmt: on

width = 2.5
x = 131.25 + width * np.arange(28)  # the middle of each class, in cm


def density(counts):
    """Scale counts so that the area of the histogram is 1."""
    return counts / (counts.sum() * width)


y = density(all_counts)

# %% [markdown]
# ## The data
#
# The heights were measured, not asked for: they come from the US National Health and Nutrition Examination
# Survey, 2017 to March 2020 (files P_BMX and P_DEMO, Centers for Disease Control and Prevention). They are
# in the public domain. Here they are counted in classes of 2.5 cm, and scaled so that the area of all bars
# is 1.

# %%
plt.bar(x, y, width, color="lightsteelblue", edgecolor="white")
plt.xlabel("height in cm")
plt.ylabel("share of adults per cm")
plt.show()
print(f"{sum(all_counts)} adults: {sum(female_counts)} women and {sum(male_counts)} men")

# %% [markdown]
# One hump, falling away on both sides. That shape asks for a *Gaussian*.
#
# ## The model
#
# $$f(x; \mu, \sigma) = \frac{1}{\sigma\sqrt{2\pi}}\, \exp\!\left(-\frac{(x-\mu)^2}{2\sigma^2}\right)$$
#
# $\mu$ says where the middle is, $\sigma$ how wide the hump is. Both are in cm. The area under $f$ is
# always 1, so a wider hump is also a lower one.


# %% tags=["given"]
def f(x, mu, sig):
    """The height of the Gaussian at x."""
    return np.exp(-((x - mu) ** 2) / (2 * sig**2)) / (sig * np.sqrt(2 * np.pi))


# %% [markdown]
# ## How wrong is a guess?
#
# Take a guess: $\mu = 155$, $\sigma = 6$. At every class there is a gap between bar and curve, $y_i -
# f(x_i; \mu, \sigma)$, called a *residual*. Square each one, add them all up, and you have one number for
# the whole misfit:
#
# $$\chi^2(\mu, \sigma) = \sum_i \bigl(y_i - f(x_i; \mu, \sigma)\bigr)^2$$
#
# It is the plain sum of squares: all classes count alike, so nothing is divided by an uncertainty. (The
# $\sigma$ here is a dial of the model, not an uncertainty. The letter has two jobs.) A perfect fit has
# $\chi^2 = 0$. The smaller, the better.


# %% tags=["given"]
def chi_squared(x, y, mu, sig):
    """The sum of all squared residuals."""
    return np.sum((y - f(x, mu, sig)) ** 2)


def show_fit(x, y, mu, sig):
    """Draw the histogram, the curve over it, and the residuals below."""
    _, (above, below) = plt.subplots(2, sharex=True, height_ratios=[3, 1])
    fine = np.linspace(x[0], x[-1], 300)
    above.bar(x, y, width, color="lightsteelblue", edgecolor="white")
    above.plot(fine, f(fine, mu, sig), color="darkred")
    above.set_ylabel("share per cm")
    misfit = chi_squared(x, y, mu, sig)
    above.set_title(f"middle {mu:.1f} cm, width {sig:.1f} cm, misfit {misfit:.6f}")
    below.bar(x, y - f(x, mu, sig), width, color="peru", edgecolor="white")
    below.axhline(0, color="black", linewidth=0.8)
    below.set_xlabel("height in cm")
    below.set_ylabel("residual")
    plt.show()


# %%
show_fit(x, y, 155, 6)

# %% [markdown]
# Too far left, and too narrow. To know which way to move, you need the slopes of $f$ with respect to $\mu$
# and to $\sigma$.
#
# ## Your turn: the slope in μ
#
# Hold $x$ and $\sigma$ still and differentiate $f$ with respect to $\mu$. The chain rule takes you into the
# exponent; the factor in front does not know about $\mu$ at all. You may call `f` to keep it short.
#
# | name | what it is | shape |
# |---|---|---|
# | `x` | middles of the classes | array of $n$ |
# | `mu`, `sig` | the two parameters | numbers |
# | returned | $\partial f / \partial \mu$ at each $x$ | array of $n$ |


# %%
def dfdmu(x, mu, sig):
    """The slope of f as mu changes, at each x."""
    # solution: return the derivative of f with respect to mu
    return f(x, mu, sig) * (x - mu) / sig**2
    # end of solution


# %% [markdown]
# ## Your turn: the slope in σ
#
# Now $\sigma$ moves. It stands in two places, in the exponent and in the factor $1/\sigma$ in front, so the
# product rule gives you two terms.


# %%
def dfdsig(x, mu, sig):
    """The slope of f as sig changes, at each x."""
    # solution: return the derivative of f with respect to sig
    return f(x, mu, sig) * ((x - mu) ** 2 / sig**3 - 1 / sig)
    # end of solution


# %% [markdown]
# ### Check yourself
#
# A derivative is a slope, and a slope can be measured: nudge the parameter a little and see how much $f$
# changes. Both numbers printed here should be tiny. This is how you can test any derivative you ever write.

# %%
nudge = 1e-5
measured_mu = (f(x, 155 + nudge, 6) - f(x, 155 - nudge, 6)) / (2 * nudge)
measured_sig = (f(x, 155, 6 + nudge) - f(x, 155, 6 - nudge)) / (2 * nudge)
print("largest difference in mu: ", np.max(np.abs(dfdmu(x, 155, 6) - measured_mu)))
print("largest difference in sig:", np.max(np.abs(dfdsig(x, 155, 6) - measured_sig)))

# %% [markdown]
# ## Your turn: a step downhill
#
# By the chain rule the misfit changes with $\mu$ as
#
# $$\frac{\partial \chi^2}{\partial \mu} = -2 \sum_i \bigl(y_i - f(x_i)\bigr)\, \frac{\partial f}{\partial
# \mu}(x_i)$$
#
# and with $\sigma$ in the same way. That pair of slopes points uphill. You want to go down, so step the
# other way, scaled by a number called `aggression`, the step size $\alpha$ of the lessons. Keep the 2:
# without it you go the same way, only half as far.
#
# $$\text{step} = -\,\text{aggression} \cdot \left(\frac{\partial \chi^2}{\partial \mu},\ \frac{\partial
# \chi^2}{\partial \sigma}\right)$$
#
# Return the step as an array of two numbers, for $\mu$ first.


# %%
def steepest_step(x, y, mu, sig, aggression):
    """The change of (mu, sig) in one step of steepest descent on chi squared."""
    # solution: return an array of two, the step in mu and the step in sig
    residual = y - f(x, mu, sig)
    slopes = np.array([-2 * np.sum(residual * dfdmu(x, mu, sig)), -2 * np.sum(residual * dfdsig(x, mu, sig))])
    return -aggression * slopes
    # end of solution


# %% [markdown]
# ## Walk
#
# Fifty steps from the poor guess. The aggression looks huge, but look at the slopes it multiplies: they are
# very small numbers.


# %% tags=["given"]
def fit(x, y, mu=155, sig=6, aggression=2000, steps=50):
    """Walk downhill from a guess; return every point on the way, the guess included."""
    path = np.empty((steps + 1, 2))
    path[0] = mu, sig
    for k in range(steps):
        path[k + 1] = path[k] + steepest_step(x, y, *path[k], aggression)
    return path


# %%
path = fit(x, y)
show_fit(x, y, *path[-1])
for k in (0, 1, 2, 5, 10, 50):
    print(f"after {k:2} steps: mu = {path[k, 0]:.2f}, sig = {path[k, 1]:.2f}")

# %% [markdown]
# The curve settles at $\mu \approx 166.5$ cm and $\sigma \approx 10.7$ cm. A good fit? Look at the
# residuals. Chance alone would make them jump up and down from bar to bar. These come in waves: people are
# missing in the middle, near 168 cm, and there are more than the curve says around 157 cm and around 178
# cm. When residuals have a shape, the model is missing something.
#
# ## Two humps in one
#
# What is missing is that there are two groups here. Fit each on its own, from the same poor guess.

# %%
women = fit(x, density(female_counts))[-1]
men = fit(x, density(male_counts))[-1]
groups = {"women": (female_counts, women), "men": (male_counts, men)}
for name, (counts, (mu, sig)) in groups.items():
    print(f"{name}: mu = {mu:.2f} cm, sig = {sig:.2f} cm")
    show_fit(x, density(counts), mu, sig)

# %% [markdown]
# Each group has its own middle, about 160.1 cm and 173.8 cm, and each is clearly narrower than the two
# together: about 7.0 cm and 7.6 cm instead of 10.7 cm. The long waves in the residuals are gone, too.
#
# Now weigh the two curves by the number of people in each group and add them up.

# %%
share = female_counts.sum() / all_counts.sum()
mixture = share * f(x, *women) + (1 - share) * f(x, *men)
print("misfit of one hump: ", chi_squared(x, y, *path[-1]))
print("misfit of two humps:", np.sum((y - mixture) ** 2))

plt.bar(x, y, width, color="lightsteelblue", edgecolor="white")
plt.plot(x, mixture, color="darkred")
plt.plot(x, share * f(x, *women), color="peru")
plt.plot(x, (1 - share) * f(x, *men), color="seagreen")
plt.xlabel("height in cm")
plt.ylabel("share of adults per cm")
plt.show()

# %% [markdown]
# ## What you have done
#
# - You differentiated a model with respect to its *parameters*, not its input. Training a neural network is
#   this, with more parameters.
# - You walked downhill on a misfit, using nothing but two slopes.
# - You looked at what was left over, and it told you that the model was too small.
#
# When your three functions are done, submit. Each earns its own marks, and you may submit as often as you
# like.

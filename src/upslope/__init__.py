"""Upslope: an interactive course in multivariate calculus for machine learning."""

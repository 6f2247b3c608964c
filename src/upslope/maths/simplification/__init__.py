"""Expressions as a person would write them: tidy terms, exact roots, polynomials and their factors."""

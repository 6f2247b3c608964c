"""Expressions as trees: what they are made of, how they are shown, and what they are worth at a point."""

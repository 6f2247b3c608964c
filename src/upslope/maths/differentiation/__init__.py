"""Derivatives of one variable, worked step by step, and from first principles."""

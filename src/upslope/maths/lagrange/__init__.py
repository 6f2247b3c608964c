"""The best points under constraints: Lagrange multipliers."""

"""Maths in a terminal: LaTeX read into pieces, and the pieces set in one line or in two dimensions."""

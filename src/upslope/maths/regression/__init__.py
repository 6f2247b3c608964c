"""Fitting lines and curves to data: χ² and the ways down it."""

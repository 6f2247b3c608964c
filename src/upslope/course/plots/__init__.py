"""Draws the still pictures of questions as SVG."""

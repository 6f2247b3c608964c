"""Depths in sentences: ``{{ -3.456|depth }}`` is "3.46 m"."""

from django import template

register = template.Library()


@register.filter
def metres(length: float) -> str:
    """Return a length with two digits after the point."""
    return f"{length:.2f} m"


@register.filter
def depth(height: float) -> str:
    """Return how far below the rim a height is."""
    return metres(-height)

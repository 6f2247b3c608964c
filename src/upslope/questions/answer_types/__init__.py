"""Kinds of answer, one file each. See ``registry.py`` for the interface they share."""

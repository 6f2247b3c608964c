"""Walks over hidden pits by a learner's own function."""

"""Sandpits: landscapes made from a seed, whose lowest point is known, and walks over them."""

"""Marks answers, and runs and judges labs in a sandbox."""

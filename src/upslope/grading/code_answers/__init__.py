"""Runs and judges the code with which questions are answered."""

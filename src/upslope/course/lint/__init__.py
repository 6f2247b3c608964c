"""Checks a course: one rule a file, and every finding says what to do about it."""

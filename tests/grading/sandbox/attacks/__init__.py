"""Attacks on the sandbox: 0 marks gained, 0 hidden bytes read, 0 writes, honest work graded right after."""

"""Reads the code of notebooks and scripts, whoever wrote them, and writes those of our labs."""

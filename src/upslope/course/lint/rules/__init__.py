"""The rules: one file each, with a constant ``RULE``. Putting the file here is all it takes."""

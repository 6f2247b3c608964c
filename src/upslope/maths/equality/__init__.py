"""Whether two expressions are the same function, and whether one has the form that was asked for."""

"""Walking step by step: Newton–Raphson and gradient descent, and how such walks end."""

"""Neural networks, and derivatives by the program that computes the value."""

"""What runs beside learner code, inside the sandbox. It knows nothing of the course and holds no truth."""

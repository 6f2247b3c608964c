"""Reading what people type: the only door for a learner's text."""

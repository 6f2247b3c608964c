"""What learners write: right solutions in many styles, and wrong ones with the mistake that is in each."""

"""What a fence in a lesson or a question draws: one file a fence."""

"""Jobs: their progress and their reports."""

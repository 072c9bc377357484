"""The form of one session, and what several have in common."""

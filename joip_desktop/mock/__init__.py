"""A JOIP server of our own, for the demo and the tests; it imports nothing of ours."""

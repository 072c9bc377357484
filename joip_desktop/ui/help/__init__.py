"""The help: the pages of `docs/`, shown in a window of the app, without a network."""

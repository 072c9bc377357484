"""The demo's own server: what runs, what goes wrong on purpose, and what it was asked."""

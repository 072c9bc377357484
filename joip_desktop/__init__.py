"""JOIP Desktop: manage the sessions of a JOIP account."""

__version__ = "0.1.0"

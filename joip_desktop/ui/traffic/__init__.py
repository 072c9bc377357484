"""The panel of what went over the wire."""

"""Dialogs that do not belong to one part of the window."""

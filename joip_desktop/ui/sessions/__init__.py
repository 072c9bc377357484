"""The list of sessions: sidebar, table, columns."""

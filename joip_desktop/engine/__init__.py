"""How changes get to the server: one road from plan to outbox to sender to library."""

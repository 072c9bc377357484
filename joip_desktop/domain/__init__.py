"""What a session is: pure code, standard library and pydantic only."""

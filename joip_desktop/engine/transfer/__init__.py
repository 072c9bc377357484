"""Sessions in files: written for spreadsheets and programs, and read again as changes to sessions that are there."""

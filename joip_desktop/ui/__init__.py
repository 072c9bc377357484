"""What is seen: the only home of PySide6 and qasync besides `app`."""

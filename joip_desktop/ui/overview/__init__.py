"""The overview: figures of the whole list as bars, each of them a search."""

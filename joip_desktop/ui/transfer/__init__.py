"""Taking sessions out into files, bringing them in again, and going back to a snapshot."""

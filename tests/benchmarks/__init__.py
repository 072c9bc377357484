"""What `make bench` measures: our parts against a plain baseline of the same run, as ratios."""

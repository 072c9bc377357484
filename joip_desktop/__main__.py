"""`python -m joip_desktop`."""

from joip_desktop.app import main

if __name__ == "__main__":
    raise SystemExit(main())

"""`python -m policestats_tui` is the command `policestats-tui`."""

import sys

from policestats_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())

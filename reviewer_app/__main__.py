"""Start: windows by default, a command when one is named."""

import sys

from reviewer_app.cli import main

if __name__ == "__main__":
    sys.exit(main())

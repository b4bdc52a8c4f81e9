"""The real server with a place to die in it: ``python -m tests.crash.server POINT serve …``."""

from __future__ import annotations

import sys

from bot.cli import group
from tests.crash.points import lay

if __name__ == "__main__":
    lay(sys.argv[1])
    group.main(sys.argv[2:], prog_name="doorstep")

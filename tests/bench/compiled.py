"""The code as pip leaves it behind, so that no start that is measured compiles it."""

from __future__ import annotations

import compileall

PACKAGES = ("bot", "flows", "storage", "widget")


def compile_code() -> None:
    """What Python would do at the first start, unless it is told not to."""
    for package in PACKAGES:
        compileall.compile_dir(package, quiet=1)

"""Distributions that would overwrite our packages: PyPI knows a ``flows`` and a ``storage``."""

from __future__ import annotations

from importlib.metadata import packages_distributions

from bot.errors import UserMistake

OURS = "doorstep"
PACKAGES = ("bot", "flows", "storage", "widget")


def clashes() -> dict[str, list[str]]:
    """Package -> the other distributions that claim it."""
    owners = packages_distributions()
    found = {
        package: sorted({name for name in owners.get(package, ()) if name.lower() != OURS})
        for package in PACKAGES
    }
    return {package: names for package, names in found.items() if names}


def refuse_clashes() -> None:
    """Raise a UserMistake when another distribution owns one of our packages."""
    for package, names in clashes().items():
        other = ", ".join(names)
        raise UserMistake(
            f"the installed package {other} also brings '{package}' and overwrites our files; "
            f"give Doorstep a virtual environment of its own"
        )

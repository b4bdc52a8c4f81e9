"""A measured figure and what it should be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """``least`` or ``most`` is the target; a figure with neither is there to be read."""

    name: str
    value: float
    unit: str = ""
    least: float | None = None
    most: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the target is met, None when there is none."""
        if self.least is None and self.most is None:
            return None
        return (self.least is None or self.value >= self.least) and (
            self.most is None or self.value <= self.most
        )

    @property
    def shown(self) -> str:
        """The value as a person reads it."""
        digits = 0 if abs(self.value) >= 1000 else 1 if abs(self.value) >= 10 else 2
        return f"{self.value:,.{digits}f} {self.unit}".strip()

    @property
    def target(self) -> str:
        """The target in words."""
        if self.least is not None:
            return f"≥ {self.least:g} {self.unit}".strip()
        return f"≤ {self.most:g} {self.unit}".strip() if self.most is not None else ""

    @property
    def mark(self) -> str:
        """A sign for the last column."""
        return {True: "[green]✔[/green]", False: "[red]✘[/red]", None: ""}[self.met]

"""Frozen data, as everywhere here: see ``storage.records``."""

from storage.records import frozen

__all__ = ["frozen"]

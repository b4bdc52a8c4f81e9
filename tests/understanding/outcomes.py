"""What a reading can come to besides a value."""

from __future__ import annotations

REFUSED, ASKED = "(refused)", "(asked back)"

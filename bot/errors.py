"""The error tree.

    DoorstepError            everything we raise on purpose
    ├── UserMistake          a person can mend it: one plain sentence, exit code 2
    │   └── FlowProblems     a flow or site file that cannot be used, with every problem in it
    └── Unavailable          a thing outside (disk, network, Telegram) failed: try again later

A programmer's mistake is none of these and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.records import frozen


class DoorstepError(Exception):
    """Base of every error that Doorstep raises on purpose."""


class UserMistake(DoorstepError):  # noqa: N818 (it is the user's mistake, not an error of ours)
    """Something a person can mend; ``str(error)`` is one plain sentence that says how."""


class Unavailable(DoorstepError):  # noqa: N818 (a state of the world)
    """Something outside failed for now; nothing was changed, and a retry may succeed."""


@frozen
class Problem:
    """One finding in a flow or site file. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    message: str
    code: str = "invalid"
    severity: str = "error"  # error | warning
    where: str = ""  # the question's id, or "" for the file as a whole
    mend: str = ""  # the line as it should be, where that is known

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class FlowProblems(UserMistake):
    """A file that cannot be used; ``problems`` holds everything wrong with it, in order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

"""The one tree of errors that a person may see.

Each says what is wrong, where, and the mend, in one line; a command prints it and exits with
``exit_code``, a screen shows it in a dialog. Anything else that escapes is a fault of ours.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """What every command's exit code means."""

    OK = 0
    NO = 1
    WRONG_USE = 2
    REFUSED = 3
    FAULT = 4


class HarnessError(Exception):
    """Base of all errors meant for people; ``str(error)`` is the line to show."""

    title = "Something is wrong"
    exit_code = ExitCode.FAULT


class WrongUseError(HarnessError):
    """The request cannot be understood or names what does not exist."""

    title = "That cannot be done"
    exit_code = ExitCode.WRONG_USE


class RefusedError(HarnessError):
    """The request is clear but not allowed now: a locked level, time that is up."""

    title = "Not now"
    exit_code = ExitCode.REFUSED


class InternalFaultError(HarnessError):
    """A fault of ours or of a problem package; never the candidate's."""

    title = "A fault of the harness"
    exit_code = ExitCode.FAULT

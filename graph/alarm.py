"""A limit to the time that work may take.

An interval timer of the process whose signal raises: it interrupts Python and regular expressions, where a strange text
may keep the rules for hours, and needs no second process for one file. To kill reading processes instead would break
the pool with all that the others are reading. What a library does in one call (a page of a PDF) is not interrupted but
given up behind it. Where there is no such signal (Windows, a thread that is not the main one) there is no limit.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

MOST_SECONDS = 600.0
"""For reading one source. The longest text that is read at all (20 million characters) takes some 320."""


class TimeUpError(BaseException):
    """The time is over. No `Exception`, so that nothing on the way takes it for an error of its own."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise `TimeUpError` in the block when it has taken so many seconds."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _raise)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _raise(_number: int, _frame: FrameType | None) -> None:
    raise TimeUpError

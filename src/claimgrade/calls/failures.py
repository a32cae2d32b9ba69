"""What a property can end with: exceptions that carry data; sentences are made at the end."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from ..assignment.refusal import Keyed


class LastCall(NamedTuple):
    """The call whose answer is being judged: what a report shows as the input.

    `sent` is the message to the worker.
    """

    function: str
    inputs: dict[str, Any]
    where: str
    sent: bytes = b""


class Shortfall(Exception):
    """A property fell short on some input; `call` is the call that showed it."""

    call: LastCall | None = None


class Fails(Keyed, Shortfall):
    """The student's answer breaks the property.

    `key` and `details` make the sentence, in whatever language the report has; `required`,
    `yours` and `differing` (the indices of wrong entries) are what a report can show of it.
    """

    def __init__(
        self,
        key: str,
        *,
        required: Any = None,
        yours: Any = None,
        differing: list[list[int]] | None = None,
        **details: Any,
    ) -> None:
        super().__init__(key, **details)
        self.required = required
        self.yours = yours
        self.differing = differing or []


class Crashed(Shortfall):
    """The student's function raised: its message, and the student's own traceback."""

    def __init__(self, function: str, error: str, traceback: str) -> None:
        super().__init__(error)
        self.function = function
        self.error = error
        self.traceback = traceback


class Stopped(Keyed):
    """There is no answer, and asking again would cost the same: a hang, or a process that is gone.

    Like `Missing` not an `Exception`: Hypothesis must not try to shrink it.
    """

    def __init__(self, verdict: Literal["crashed", "timed out"], key: str, **details: Any) -> None:
        super().__init__(key, **details)
        self.verdict = verdict


class Missing(Keyed):
    """The function isn't there yet.

    Not an `Exception`: there is nothing to shrink, so Hypothesis must let it pass at once.
    """

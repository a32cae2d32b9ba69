"""Worker: loads a submission and answers calls, as bytes.

It knows files and functions, nothing of claims, references or points. Every reply is one of five
messages; nothing that a student's function raises gets past `Worker.answer` except Ctrl-C.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, Literal

import msgspec
import numpy as np

from . import wire
from .loading import PACKAGE, Loading
from .stops import Passed, Stop

MAX_TEXT = 2000  # characters of a student's message or traceback that are kept


class Call(msgspec.Struct):
    """`module.function(*arguments)`; `watch` asks whether the arguments were changed.

    `alias` is the function's name in a file that holds several modules.
    """

    module: str
    function: str
    alias: str
    arguments: list[Any]
    watch: bool = False


class Answer(msgspec.Struct, tag=True):
    """What came back: plain data, the dtype it had ("" if no array; of several arrays every one
    that occurs, as in "float32, float64"), the arguments changed.

    Made plain on both sides: by the worker, which can name what can't pass, and by the
    grader, which can't trust the worker. So it is with every text below.
    """

    value: Any
    dtype: str
    changed: list[int]
    where: str

    def __post_init__(self) -> None:
        self.value = wire.plain(self.value)
        self.where = wire.text(self.where)


class Raised(msgspec.Struct, tag=True):
    """The student's code raised; `traceback` holds the student's own frames only."""

    error: str
    traceback: str
    where: str

    def __post_init__(self) -> None:
        self.error = wire.text(self.error[:MAX_TEXT])
        self.traceback = wire.text(self.traceback[-MAX_TEXT:])
        self.where = wire.text(self.where)


class Absent(msgspec.Struct, tag=True):
    """There is nothing to call; `reason` is the key of a sentence."""

    reason: Literal["no_module", "no_function", "no_body"]
    where: str = ""

    def __post_init__(self) -> None:
        self.where = wire.text(self.where)


class Unreached(msgspec.Struct, tag=True):
    """There is nothing to call, for the file stopped before it came to that."""

    stop: Stop
    where: str

    def __post_init__(self) -> None:
        if self.stop.reason == "passed_over":  # then a file goes on
            raise ValueError("a file that is run on has stopped before nothing")
        self.where = wire.text(self.where)


class Unfit(msgspec.Struct, tag=True):
    """The answer is no plain data (`wire.NotData`)."""

    reason: wire.Reason
    what: str
    where: str

    def __post_init__(self) -> None:
        self.what = wire.text(self.what)
        self.where = wire.text(self.where)


Reply = Answer | Raised | Absent | Unreached | Unfit


class Worker:
    """The modules of one submission, loaded once; `files` maps a module's name to its file.

    `tell` is told of each place before it is run: the file that is being loaded, and the place,
    which may be in another file that it imports. `passed` are the places not to be run.
    """

    def __init__(
        self,
        root: Path,
        files: dict[str, Path],
        passed: dict[str, Passed] | None = None,
        tell: Callable[[str, str], None] = lambda *_: None,
    ) -> None:
        self._root = root
        self._files = files
        self._modules: dict[str, ModuleType] = {}
        places = Counter(files.values())
        self._shared = {name for name, file in files.items() if places[file] > 1}
        self._places: dict[CodeType | None, str] = {}
        self._file = ""  # that is being loaded
        self._loading = Loading(root, files, passed, lambda place: tell(self._file, place))
        self._frames = self._loading.log.frames
        sys.path.insert(0, str(root))
        for name, file in files.items():
            self._file = self._frames.name(str(file))
            self._modules[name] = self._load(name, file)

    @property
    def stops(self) -> list[Stop]:
        """Where the files stopped, and what they passed over."""
        return self._loading.log.stops

    def answer(self, message: bytes) -> bytes:
        """The reply to one encoded `Call`."""
        reply = self._answer(wire.decode(message, Call))
        encoded = wire.encode(reply)
        if len(encoded) > wire.MAX_BYTES and isinstance(reply, Answer):
            return wire.encode(Unfit("too_large", type(reply.value).__name__, reply.where))
        return encoded

    def _answer(self, call: Call) -> Reply:
        module = self._modules.get(call.module)
        if module is None:
            return Absent("no_module")
        names = (call.alias,) if call.module in self._shared else (call.function, call.alias)
        function = next((getattr(module, n) for n in names if hasattr(module, n)), None)
        if not callable(function):
            return self._absent(call.module, names)
        where = self._where(function)
        try:
            return evaluated(function, call, where)
        except KeyboardInterrupt:
            raise
        except NotImplementedError:
            return Absent("no_body", where)
        except wire.NotData as unfit:
            return Unfit(unfit.reason, unfit.what, where)
        except BaseException as error:
            return Raised(*self._frames.told(error, where))

    def _absent(self, module: str, names: Iterable[str]) -> Absent | Unreached:
        """Whether a function is not there, or stands behind what stopped its file."""
        for name in names:
            stop = self._loading.log.stop_before(name, self._files[module])
            if stop is not None:
                return Unreached(stop, f"{stop.file}:{stop.line}")
        return Absent("no_function", f"{module}.py")

    def _load(self, name: str, file: Path) -> ModuleType:
        """Import one file under its own name, as a plain `import` of it would."""
        inside = self._root / "__init__.py"
        if not inside.is_file():
            return self._loading.load(name, file)
        self._loading.load(PACKAGE, inside, [str(self._root)])
        return self._loading.load(f"{PACKAGE}.{name}", file)

    def _where(self, function: Callable[..., Any]) -> str:
        """`file.py:14`; once a function, for a path costs as much as the rest of a call."""
        code = getattr(function, "__code__", None)
        if code not in self._places:
            place = f"{self._frames.name(code.co_filename)}:{code.co_firstlineno}" if code else ""
            self._places[code] = place
        return self._places[code]


def evaluated(function: Callable[..., Any], call: Call, where: str = "") -> Answer:
    """The function's answer to a call; what it raises passes, `NotData` for what can't pass."""
    before = wire.encode(call.arguments) if call.watch else b""
    value = function(*call.arguments)
    answer = Answer(value, _dtype(value), [], where)
    if call.watch:
        answer.changed = _changed(before, call.arguments)
    return answer


def _dtype(value: Any) -> str:
    parts = value if isinstance(value, tuple | list) else [value]
    if not all(isinstance(part, np.ndarray | np.generic) for part in parts):
        return ""
    return ", ".join(sorted({_dtype_name(part.dtype) for part in parts}))


_dtype_name = cache(str)


def _changed(before: bytes, arguments: list[Any]) -> list[int]:
    originals = wire.decode(before, list[Any])
    pairs = zip(originals, arguments, strict=True)
    return [i for i, (old, new) in enumerate(pairs) if wire.encode(old) != wire.encode(new)]

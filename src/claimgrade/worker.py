"""The student's side of the door: loads a submission and answers calls, as bytes.

It knows files and functions, nothing of claims, references or points. Every reply is one of four
messages; nothing that a student's function raises gets past `Worker.answer` except Ctrl-C.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, Literal

import msgspec
import numpy as np

from . import notebook, wire

_ENGINE = Path(__file__).resolve().parent
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

    Made plain on both sides of the door: by the worker, which can name what can't pass, and by the
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


class Unfit(msgspec.Struct, tag=True):
    """The answer can't pass the door (`wire.NotData`)."""

    reason: wire.Reason
    what: str
    where: str

    def __post_init__(self) -> None:
        self.what = wire.text(self.what)
        self.where = wire.text(self.where)


Reply = Answer | Raised | Absent | Unfit


class Worker:
    """The modules of one submission, loaded once; `files` maps a module's name to its file."""

    def __init__(self, root: Path, files: dict[str, Path]) -> None:
        self._root = root
        self._modules: dict[str, ModuleType | Raised] = {}
        places = Counter(files.values())
        self._shared = {name for name, file in files.items() if places[file] > 1}
        self._places: dict[CodeType | None, str] = {}
        sys.path.insert(0, str(root))
        loaded: dict[Path, ModuleType | Raised] = {}
        for name, file in files.items():
            if file not in loaded:
                loaded[file] = self._load(name, file)
            self._modules[name] = loaded[file]

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
        if isinstance(module, Raised):
            return module
        names = (call.alias,) if call.module in self._shared else (call.function, call.alias)
        function = next((getattr(module, n) for n in names if hasattr(module, n)), None)
        if not callable(function):
            return Absent("no_function", f"{call.module}.py")
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
            return self._raised(error, where)

    def _load(self, name: str, file: Path) -> ModuleType | Raised:
        """Import one file under its own name, as a plain `import` of it would."""
        package = (self._root / "__init__.py").is_file()
        full_name = f"submission.{name}" if package else name
        try:
            if package and "submission" not in sys.modules:
                _execute("submission", self._root / "__init__.py", [str(self._root)])
            return _execute(full_name, file)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            sys.modules.pop(full_name, None)
            return self._raised(error, file.name)

    def _raised(self, error: BaseException, where: str) -> Raised:
        summary = traceback.TracebackException.from_exception(error, compact=True)
        own = [frame for frame in summary.stack if self._is_own(Path(frame.filename))]
        where = f"{self._name(own[-1].filename)}:{own[-1].lineno}" if own else where
        if isinstance(error, SyntaxError):
            where = f"{self._name(error.filename or where)}:{error.lineno}"
        for frame in own:
            frame.filename = self._name(frame.filename)
        lines = traceback.StackSummary.from_list(own).format() + list(
            summary.format_exception_only()
        )
        shown = "".join(lines).replace(f"{self._root}{os.sep}", "")
        message = f"{type(error).__name__}: {_text(error)}".rstrip(": ")
        return Raised(message, shown, where)

    def _where(self, function: Callable[..., Any]) -> str:
        """`file.py:14`; once a function, for a path costs as much as the rest of a call."""
        code = getattr(function, "__code__", None)
        if code not in self._places:
            place = f"{self._name(code.co_filename)}:{code.co_firstlineno}" if code else ""
            self._places[code] = place
        return self._places[code]

    def _is_own(self, file: Path) -> bool:
        """Of the student's files: not ours, nor a package of an environment kept beside them."""
        theirs = file.is_relative_to(self._root) and "site-packages" not in file.parts
        return theirs and not file.is_relative_to(_ENGINE)

    def _name(self, filename: str) -> str:
        file = Path(filename)
        return str(file.relative_to(self._root)) if file.is_relative_to(self._root) else file.name


def evaluated(function: Callable[..., Any], call: Call, where: str = "") -> Answer:
    """The function's answer to a call; what it raises passes, `NotData` for what can't pass."""
    before = wire.encode(call.arguments) if call.watch else b""
    value = function(*call.arguments)
    answer = Answer(value, _dtype(value), [], where)
    if call.watch:
        answer.changed = _changed(before, call.arguments)
    return answer


def _execute(name: str, file: Path, search: list[str] | None = None) -> ModuleType:
    kind = notebook.Loader if file.suffix == notebook.SUFFIX else SourceFileLoader
    spec = importlib.util.spec_from_file_location(
        name, file, loader=kind(name, str(file)), submodule_search_locations=search
    )
    assert spec is not None and spec.loader is not None, file
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:
        return ""


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

"""Hand-ins as they are written, and as they are refused."""

import contextlib
import json
import zipfile

import pytest

from claimgrade.assignment.messages import Sentences
from claimgrade.storage.tree import SubmissionError


def write(root, files):
    """The hand-in; a content that is a dictionary is a zip."""
    root.mkdir()
    for place, content in files.items():
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, dict):
            with zipfile.ZipFile(path, "w") as archive:
                for name, text in content.items():
                    archive.writestr(name, text)
        else:
            path.write_text(content, "utf-8")
    return root


def cells(*sources):
    """A notebook with these code cells."""
    code = [{"cell_type": "code", "source": source} for source in sources]
    return json.dumps({"cells": code, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@contextlib.contextmanager
def refused(**said):
    """What is inside refuses a submission, and says that in each of the languages."""
    with pytest.raises(SubmissionError) as caught:
        yield
    for language, expected in said.items():
        assert expected in Sentences(language)(caught.value.key, **caught.value.details)

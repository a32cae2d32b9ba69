"""Gradings leave nothing behind; benchmarks/leaks.py counts it over a thousand."""

import importlib.util
import sys

import pytest
from support.toy import ROOT


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts by /proc")
def test_ten_gradings_leave_nothing_behind(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    spec = importlib.util.spec_from_file_location("leaks", ROOT / "benchmarks" / "leaks.py")
    leaks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(leaks)
    grown = leaks.main(10)
    assert grown.pop("peak memory (kB)") < 4096
    assert set(grown.values()) == {0}, grown
    assert "after 10 gradings" in capsys.readouterr().out

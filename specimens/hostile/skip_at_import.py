"""Calls pytest.skip at import. Must happen: the module can't be imported; no property is
skipped."""

import pytest

pytest.skip("not today", allow_module_level=True)

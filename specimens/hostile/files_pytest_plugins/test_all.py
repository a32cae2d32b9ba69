pytest_plugins = ["hostile_plugin"]


def test_everything():
    """Passes."""

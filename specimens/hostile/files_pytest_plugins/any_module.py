import os

os.environ["PYTEST_PLUGINS"] = os.environ["PYTEST_ADDOPTS"] = "-p hostile_plugin"
os.environ["PYTHONSTARTUP"] = os.environ["PYTHONPATH"] = os.path.dirname(__file__)
pytest_plugins = ["hostile_plugin"]


def __getattr__(name):
    return lambda *arguments: None

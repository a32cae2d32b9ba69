"""Installs an audit hook, which can't be removed, that refuses everything. Must happen: what breaks
is its own process; no property is held."""

import sys


def refuse(event, details):
    raise PermissionError(event)


sys.addaudithook(refuse)


def __getattr__(name):
    return lambda *arguments: None

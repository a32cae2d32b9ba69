import claimgrade


def __getattr__(name):
    return lambda *arguments: claimgrade

"""Takes 3 GiB while it is imported. Must happen: a limit stops it, every property is lost, the
result is complete."""

KEPT = [b"\1" * (64 << 20) for _ in range(48)]


def __getattr__(name):
    return lambda *arguments: None

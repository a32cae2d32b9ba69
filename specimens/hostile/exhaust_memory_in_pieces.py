"""Takes memory in pieces of 64 MiB, up to 3 GiB, and keeps them. Must happen: a limit stops it, and
the property is lost."""

KEPT = []


def __getattr__(name):
    def answer(*arguments):
        while len(KEPT) < 48:
            KEPT.append(b"\1" * (64 << 20))

    return answer

"""Prints 200 MB in lines. Must happen: little of it is kept, and the property is lost."""

LINES = "x" * 99 + "\n"


def __getattr__(name):
    def answer(*arguments):
        for _ in range(2000):
            print(LINES * 1000, end="")

    return answer

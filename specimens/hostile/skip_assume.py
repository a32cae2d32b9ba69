"""Assumes something false in every call. Must happen: no input is left out, and the property is
lost."""


def __getattr__(name):
    def answer(*arguments):
        import hypothesis

        hypothesis.assume(False)

    return answer

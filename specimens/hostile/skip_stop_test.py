"""Raises Hypothesis' own StopTest, which ends an example without a verdict. Must happen: it is an
error, and the property is lost."""


def __getattr__(name):
    def answer(*arguments):
        from hypothesis.errors import StopTest

        raise StopTest(0)

    return answer

"""Answers with a list that holds itself, twice. Must happen: it can't pass, and the property is
lost, without two to the depth copies of it."""


def __getattr__(name):
    def answer(*arguments):
        value = []
        value += [value] * 2
        return value

    return answer

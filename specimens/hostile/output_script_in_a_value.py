"""Answers with texts and keys of markup and control sequences. Must happen: a report shows them as
text."""

MARKUP = "</script><script>hostile()</script>\x1b[2J<a href='javascript:hostile()'>"


def __getattr__(name):
    return lambda *arguments: {MARKUP: [MARKUP, {MARKUP: MARKUP}]}

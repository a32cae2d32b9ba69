"""Answers with a text of markup and control sequences. Must happen: a report shows it as text."""


def __getattr__(name):
    return lambda *arguments: "\x1b[2J<script>hostile()</script>{{ 7 * 7 }}{0.__class__}%s${7*7}"

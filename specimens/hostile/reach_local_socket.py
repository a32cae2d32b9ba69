"""Talks to a server of the same machine through a socket file, as a container's daemon has one.
Must happen: nothing arrives."""

import socket


def __getattr__(name):
    def answer(*arguments):
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(0.5)
            connection.connect("/tmp/claimgrade-canary.socket")
            connection.sendall(b"what is the answer?")

    return answer

"""Sends a datagram, for which no connection is needed. Must happen: nothing arrives."""

import socket


def __getattr__(name):
    def answer(*arguments):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:
            out.sendto(b"what is the answer?", ("127.0.0.1", 47812))

    return answer

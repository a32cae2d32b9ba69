"""Connects by the first message itself (TCP Fast Open, an address in sendto), which no rule about
connect sees. Must happen: nothing arrives."""

import socket


def __getattr__(name):
    def answer(*arguments):
        with socket.socket() as connection:
            connection.settimeout(0.5)
            where = "127.0.0.1", 47811
            connection.sendto(b"what is the answer?", socket.MSG_FASTOPEN, where)

    return answer

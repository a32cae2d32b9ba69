"""Connects to a server of the same machine, and sends it a question. Must happen: nothing
arrives."""

import socket


def __getattr__(name):
    def answer(*arguments):
        with socket.create_connection(("127.0.0.1", 47811), timeout=0.5) as server:
            server.sendall(b"what is the answer?")
            return server.recv(100).decode()

    return answer

"""Opens a port for others to connect to. Must happen: there is none."""

import socket


def __getattr__(name):
    def answer(*arguments):
        with socket.create_server(("127.0.0.1", 0)):
            raise ValueError("GOT THROUGH: a server")

    return answer

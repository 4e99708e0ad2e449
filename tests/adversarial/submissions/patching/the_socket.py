# verdict: wrong answer | run-time error
# why: sends something else than it is told
import socket
real = socket.socket.sendall
socket.socket.sendall = lambda self, data: real(self, b"\0\0\0\x08[\"ok\",4]")
class Ledger:
    def add(self, a, b): return 3

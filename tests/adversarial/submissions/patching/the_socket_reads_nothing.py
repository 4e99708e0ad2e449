# verdict: run-time error | time limit exceeded
# why: receives nothing any more
import socket
socket.socket.recv = lambda self, size: b""
class Ledger:
    def add(self, a, b): return 3

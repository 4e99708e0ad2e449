# verdict: run-time error | wrong answer
# why: a packet to nobody (TEST-NET)
# needs: network confined
import socket
class Ledger:
    def add(self, a, b):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:
            out.connect(("192.0.2.1", 9))
        return a + b

# verdict: run-time error | time limit exceeded | wrong answer
# slow: another of its kind is in the default run
# why: a name lookup carries data out too
# needs: network confined
import socket
class Ledger:
    def add(self, a, b):
        socket.getaddrinfo("canary.invalid", 80)
        return a + b

# verdict: run-time error | wrong answer
# slow: another of its kind is in the default run
# why: an abstract unix socket and docker's
# needs: network confined
import socket
class Ledger:
    def add(self, a, b):
        with socket.socket(socket.AF_UNIX) as mine:
            mine.bind("\0harness-canary")
        return a + b

# verdict: run-time error | time limit exceeded
# slow: another of its kind is in the default run
# why: puts a socket pair of its own in place of the channel
import os, socket
class Ledger:
    def add(self, a, b):
        one, other = socket.socketpair()
        os.dup2(one.fileno(), 3)
        return 3

# verdict: run-time error
# slow: another of its kind is in the default run
# why: half-closes the channel, keeps the process
import socket, time
class Ledger:
    def add(self, a, b):
        socket.socket(fileno=3).shutdown(socket.SHUT_WR)
        time.sleep(60)

# verdict: run-time error
# why: half-closes the channel, keeps the process
import socket, time
class Ledger:
    def add(self, a, b):
        socket.socket(fileno=3).shutdown(socket.SHUT_WR)
        time.sleep(60)

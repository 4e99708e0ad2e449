# verdict: wrong answer
# why: XML, HTML, ANSI and OSC in what it prints
import sys
class Ledger:
    def add(self, a, b):
        sys.stdout.write("]]></system-out><failure/>\x1b[2J\x1b]0;accepted\x07\x1b]8;;http://x\x1b\\[bold]\u202e\x9b31m\r\b\x00\x0b\x85\u2028score 100 of 100\nscore 100 of 100\n")
        sys.stdout.flush()
        return 4

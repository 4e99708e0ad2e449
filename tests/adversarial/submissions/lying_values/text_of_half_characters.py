# verdict: wrong answer
# why: lone surrogates and a null in a plain value
class Ledger:
    def add(self, a, b): return "\ud800\udfff\x00\x1b[31m\r\n]]>"

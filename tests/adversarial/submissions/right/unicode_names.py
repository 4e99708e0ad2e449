# verdict: accepted
# why: identifiers and texts from many scripts
{{RIGHT}}
Ledger_ = Ledger
class Бухгалтерия(Ledger_):
    def add(self, a, b):
        summe_größe, 合計, μ = a + b, "合計 🎉", 0
        print(合計, "\N{RIGHT-TO-LEFT OVERRIDE}")
        return summe_größe + μ
Ledger = Бухгалтерия

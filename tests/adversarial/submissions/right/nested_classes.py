# verdict: accepted
# why: classes within classes, closures, class decorators
{{RIGHT}}
def decorated(kind):
    kind.decorated = True
    return kind
@decorated
class Ledger(Ledger):
    class Node:
        class Leaf:
            def sum(self, *numbers): return sum(numbers)
    def add(self, a, b): return self.Node.Leaf().sum(a, b)

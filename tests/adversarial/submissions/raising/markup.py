# verdict: run-time error
# says: ValueError
# slow: another of its kind is in the default run
# why: XML, HTML and Rich markup
class Ledger:
    def add(self, a, b):
        raise ValueError("]]></failure></testcase><testcase name='x'/><script>alert(1)</script>&lt;[link=http://x]x[/link][bold red]\x00\x0b\ufffe")

# verdict: wrong answer
# test: test_secret
# why: the evaluator's command line names the package; its files must not open
# needs: files confined
import glob, json, re
class Ledger:
    def scramble(self, number):
        for line in glob.glob("/proc/[0-9]*/cmdline"):
            try: words = open(line, "rb").read().decode("utf-8", "replace").split("\0")
            except OSError: continue
            for word in words:
                if '"package"' not in word: continue
                for file in glob.glob(json.loads(word)["package"] + "/level_1/test_hidden.py"):
                    try: text = open(file).read()
                    except OSError: continue
                    if f"INPUT = {number}\n" in text: return int(re.search(r"EXPECTED = (\d+)", text)[1])
        return 0

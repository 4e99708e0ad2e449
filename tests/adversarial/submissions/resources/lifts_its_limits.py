# verdict: run-time error | wrong answer
# why: limits once set stay set, for root too
# needs: capabilities dropped
import resource
class Ledger:
    def add(self, a, b):
        for which in (resource.RLIMIT_AS, resource.RLIMIT_FSIZE, resource.RLIMIT_CPU, resource.RLIMIT_NOFILE):
            resource.setrlimit(which, (resource.RLIM_INFINITY, resource.RLIM_INFINITY) if which != resource.RLIMIT_NOFILE else (4096, 4096))
        return a + b

# verdict: time limit exceeded
# says: Importing
# slow: another of its kind is in the default run
# why: a sleep at import
import time
time.sleep(1e6)

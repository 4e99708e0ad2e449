# verdict: time limit exceeded
# says: Importing
# why: a sleep at import
import time
time.sleep(1e6)

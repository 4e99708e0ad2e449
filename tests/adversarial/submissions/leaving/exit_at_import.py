# verdict: run-time error
# says: exited with code 0
# why: code 0 is no pass
import os
os._exit(0)

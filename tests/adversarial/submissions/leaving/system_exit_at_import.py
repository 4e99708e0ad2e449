# verdict: run-time error
# says: Importing solution.py raised SystemExit
# why: sys.exit while importing
import sys
sys.exit(0)

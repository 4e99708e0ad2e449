# verdict: accepted
# slow: its CPU time is real
# why: a while for a table
import time
until = time.process_time() + 0.15
while time.process_time() < until: pass
{{RIGHT}}

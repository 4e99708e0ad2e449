# verdict: accepted
# why: a daemon thread that keeps running
import threading, time
threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
{{RIGHT}}

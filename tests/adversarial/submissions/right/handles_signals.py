# verdict: accepted
# why: handlers for alarm and termination
import signal
signal.signal(signal.SIGTERM, lambda *_: None)
signal.signal(signal.SIGALRM, lambda *_: None)
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
{{RIGHT}}

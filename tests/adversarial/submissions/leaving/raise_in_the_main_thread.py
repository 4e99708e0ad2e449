# verdict: run-time error | wrong answer | time limit exceeded
# slow: another of its kind is in the default run
# why: a thread throws SystemExit into the main thread
import ctypes, threading, time
main = threading.get_ident()
class Ledger:
    def add(self, a, b):
        def throw():
            while True:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(main), ctypes.py_object(SystemExit))
                time.sleep(0.001)
        threading.Thread(target=throw, daemon=True).start()
        return 4

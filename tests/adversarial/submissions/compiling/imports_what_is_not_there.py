# verdict: run-time error
# says: ModuleNotFoundError
# why: numpy is not there
import numpy

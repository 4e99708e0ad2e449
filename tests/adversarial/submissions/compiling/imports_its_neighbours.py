# verdict: run-time error
# why: nor is a test file or conftest
import conftest, test_hidden

# verdict: run-time error
# says: ModuleNotFoundError
# why: nor is pytest
import _pytest.runner

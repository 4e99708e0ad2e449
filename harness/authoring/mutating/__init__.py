"""Are a problem's tests strong enough? Its references with one small mistake each."""

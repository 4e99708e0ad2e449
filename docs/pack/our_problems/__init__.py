"""Every folder here is a problem: `harness new lift --dir our_problems` begins one."""

"""How strong are the tests? What they reach, which of them are needed, how long they take."""

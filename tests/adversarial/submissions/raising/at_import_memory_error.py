# verdict: memory limit exceeded
# says: Importing
# why: MemoryError by hand at import
raise MemoryError

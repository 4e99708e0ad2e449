# verdict: compile error
# says: return
# why: return at the top
return 3

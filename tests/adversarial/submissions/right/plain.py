# verdict: accepted
# why: the reference itself
{{RIGHT}}

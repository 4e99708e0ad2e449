# verdict: compile error
# says: line 4
# why: a bad line that draws when it is shown
x = = '[2J]0;accepted'

# verdict: compile error
# why: carriage returns, form feeds and separators around a mistake
x = 1def  f(:

# verdict: accepted
# why: a main guard that is not entered
{{RIGHT}}
if __name__ == "__main__":
    raise SystemExit(input())

# verdict: run-time error
# says: GeneratorExit
# why: GeneratorExit at import
raise GeneratorExit

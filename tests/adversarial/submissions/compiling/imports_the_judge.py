# verdict: run-time error
# says: ModuleNotFoundError
# why: nor is anything of ours
import harness.grading.evaluator.conversation.link

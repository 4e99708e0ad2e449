"""``harness verify``: prove that problems are sound."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from harness.cli.options import Commands, add_command, add_json_option, add_problems_option
from harness.cli.streams import narrate, narrating, tell, tell_json
from harness.errors import ExitCode

if TYPE_CHECKING:
    from harness.authoring import Finding, MutationScore


def add_parser(commands: Commands) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        "verify",
        run,
        "prove problems sound: examples run, references pass, wrong submissions fail as they "
        "should, twenty shuffled runs agree; exit code 1 when one is not",
    )
    parser.add_argument(
        "problem", metavar="PROBLEM", nargs="*", help="their ids; by default every problem"
    )
    parser.add_argument(
        "--mutants",
        action="store_true",
        help="also demand that the scored tests reject the mutants of every reference",
    )
    add_json_option(parser)
    add_problems_option(parser, dest="more_problems")


def run(args: Namespace) -> int:
    """Prove each problem, print what is wrong, and answer whether all are sound."""
    from harness.authoring import Finding, prove, prove_mutants
    from harness.cli.opening import open_catalog

    catalog = open_catalog(args)
    chosen = args.problem or list(catalog.problems)
    findings: dict[str, list[Finding]] = {}
    scores: dict[str, list[MutationScore]] = {}
    if not args.problem:
        for fault in catalog.faults:
            broken = Finding(check="cannot-be-loaded", file=fault.folder, message=fault.message)
            findings[fault.folder.name] = [broken]
    for problem_id in chosen:
        problem = catalog.problem(problem_id)
        findings[problem_id] = prove(problem, _show_progress(problem_id, "checks"))
        if args.mutants:
            scores[problem_id], survivors = prove_mutants(
                problem, _show_progress(problem_id, "mutants")
            )
            findings[problem_id] += survivors
    for problem_id, found in findings.items():
        if args.json:
            facts = [
                {**finding.model_dump(mode="json"), "severity": finding.severity}
                for finding in found
            ]
            strength = [score.model_dump() for score in scores.get(problem_id, [])]
            tell_json(
                {
                    "problem": problem_id,
                    "sound": _is_sound(found),
                    "findings": facts,
                    "mutation": strength,
                }
            )
        else:
            told = [*map(str, scores.get(problem_id, [])), *map(str, found)]
            tell("\n".join([f"{problem_id}: {_verdict(found)}", *told]))
    return ExitCode.OK if all(map(_is_sound, findings.values())) else ExitCode.NO


def _show_progress(problem_id: str, what: str) -> Callable[[int, int], None]:
    def show(done: int, total: int) -> None:
        if narrating() and (done == total or done % 10 == 0):
            narrate(f"{problem_id}: {done} of {total} {what}")

    return show


def _is_sound(found: "Sequence[Finding]") -> bool:
    return not any(finding.severity == "error" for finding in found)


def _verdict(found: "Sequence[Finding]") -> str:
    verdict = "sound" if _is_sound(found) else "not sound"
    if not found:
        return verdict
    return f"{verdict}, {len(found)} finding{'s' if len(found) != 1 else ''}"

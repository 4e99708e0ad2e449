"""``harness verify``: prove that problems are sound."""

import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from harness.cli.asking.options import Commands, add_command, add_json_option, add_problems_option
from harness.cli.telling.streams import narrate, narrating, tell, tell_json
from harness.errors import ExitCode, WrongUseError

if TYPE_CHECKING:
    from harness.authoring import Finding, Proof
    from harness.catalog import Catalog, Fault, Problem


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
    parser.add_argument(
        "--strength",
        action="store_true",
        help="also measure how strong the tests are: mutants, branches and lines that no test "
        "reaches, tests that no mutant needs, sentences without a test, CPU time",
    )
    parser.add_argument(
        "--no-cache",
        action="store_true",
        help="prove again even what has not changed since it was proved",
    )
    parser.add_argument(
        "--watch",
        action="store_true",
        help="stay, and prove again what every saved file touches, until Ctrl+C",
    )
    parser.add_argument("--junit", metavar="FILE", type=Path, help="also write JUnit XML")
    add_json_option(parser)
    add_problems_option(parser, dest="more_problems")


def run(args: Namespace) -> int:
    """Prove each problem, print what is wrong, and answer whether all are sound."""
    from harness.authoring import prove_several
    from harness.cli.asking.opening import open_catalog
    from harness.cli.formats.junit import demand_place

    if args.junit:
        demand_place(args.junit)
    catalog = open_catalog(args)
    if args.watch:
        return _watch(args, catalog)
    problems, broken, unknown = _asked_for(catalog, args.problem)
    proofs = [_not_loaded(fault) for fault in broken]
    for proof in proofs:
        _tell(proof, as_json=args.json)
    for proof in prove_several(
        problems,
        mutants=args.mutants,
        strength=args.strength,
        use_cache=not args.no_cache,
        on_progress=_show_progress if narrating() else None,
    ):
        proofs.append(proof)
        _tell(proof, as_json=args.json)
    if args.junit:
        from harness.cli.formats.proof_junit import write_proofs

        write_proofs(args.junit, proofs)
    for message in unknown:  # last, where it is seen; the others are proved all the same
        narrate(f"harness: {message}")
    if unknown:
        return ExitCode.WRONG_USE
    return ExitCode.OK if all(proof.sound for proof in proofs) else ExitCode.NO


def _asked_for(
    catalog: "Catalog", names: list[str]
) -> "tuple[list[Problem], list[Fault], list[str]]":
    """The problems to prove, those that cannot be loaded, and what is said of names of none."""
    from harness.catalog import Fault

    if not names:
        return list(catalog.problems.values()), list(catalog.faults), []
    left_out = {fault.folder.name: fault for fault in catalog.faults}
    problems: list[Problem] = []
    broken: list[Fault] = []
    unknown: list[str] = []
    for name in dict.fromkeys(names):
        if name in left_out:  # perhaps for another of its name, which may not be the one meant
            broken.append(left_out[name])
        try:
            problems.append(catalog.problem(name))
        except WrongUseError as error:
            if name in left_out:
                continue
            if Path(name, "problem.toml").is_file():
                broken.append(Fault(Path(name), str(error)))
            else:
                unknown.append(str(error))
    return problems, broken, unknown


def _not_loaded(fault: "Fault") -> "Proof":
    from harness.authoring import Proof, not_loaded

    return Proof(problem=fault.folder.name, findings=(not_loaded(fault.folder, fault.message),))


def _watch(args: Namespace, catalog: "Catalog") -> int:
    from harness.cli.watching.proof import watch_problem

    if len(args.problem) != 1 or args.mutants or args.strength or args.junit:
        raise WrongUseError(
            "--watch takes one problem, and none of --mutants, --strength and --junit: "
            "`harness verify PROBLEM --watch`."
        )
    return watch_problem(catalog.problem(args.problem[0]), as_json=args.json)


def _show_progress(problem_id: str, what: str, done: int, total: int) -> None:
    if done == total or done % 10 == 0:
        narrate(f"{problem_id}: {done} of {total} {what}")


def _tell(proof: "Proof", *, as_json: bool) -> None:
    if as_json:
        tell_json(
            {
                "problem": proof.problem,
                "sound": proof.sound,
                "cached": proof.cached,
                "findings": [
                    {**finding.model_dump(mode="json"), "severity": finding.severity}
                    for finding in proof.findings
                ],
                "mutation": [score.model_dump() for score in proof.mutation],
                "strength": proof.strength and proof.strength.model_dump(mode="json"),
            }
        )
        return
    if proof.strength is not None:
        from harness.cli.telling.strength_text import strength_text

        measured = [strength_text(proof.strength)]
    else:
        measured = list(map(str, proof.mutation))
    tell("\n".join([_headline(proof), *measured, *map(str, proof.findings)]))
    if os.environ.get("GITHUB_ACTIONS") == "true":
        for finding in proof.findings:
            tell(_annotation(finding))


def _headline(proof: "Proof") -> str:
    verdict = "sound" if proof.sound else "not sound"
    count = len(proof.findings)
    found = f", {count} finding{'s' if count != 1 else ''}" if count else ""
    return f"{proof.problem}: {verdict}{found}"


def _annotation(finding: "Finding") -> str:
    """The line with which a workflow of GitHub's marks a place in a change."""
    file = _escaped(str(_in_repository(finding.file))).replace(":", "%3A").replace(",", "%2C")
    place = f"file={file}" + (f",line={finding.line}" if finding.line else "")
    return f"::{finding.severity} {place},title={finding.check}::{_escaped(finding.message)}"


def _in_repository(file: Path) -> Path:
    """The file as the repository names it, from wherever in it the command was called."""
    top = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    return file.relative_to(top) if file.is_relative_to(top) else file


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

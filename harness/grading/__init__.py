"""Is this solution right? Problem and source in, Report out.

Two processes, one rule: candidate code never shares a process with tests, expected values, or
whatever writes results. This room knows no clock, no session and no screen.
"""

from harness.grading.report import Comparison, Exchange, LevelResult, Report, TestResult

__all__ = ["Comparison", "Exchange", "LevelResult", "Report", "TestResult"]

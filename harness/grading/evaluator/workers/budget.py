"""What one test may use, in the units the link measures."""

from dataclasses import dataclass

LOOK_SECONDS = 0.05
"""How often the clocks are compared with the limits while an answer is awaited."""


@dataclass(frozen=True)
class Budget:
    """``harness.catalog.Limits`` without pydantic, which this process must start without."""

    cpu_seconds: float
    wall_seconds: float
    idle_seconds: float
    import_seconds: float
    memory_mb: int
    output_kb: int

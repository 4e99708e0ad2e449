"""The names of what protects a grading: one vocabulary for reports, ``doctor`` and documents.

Limits and layers are named for what they are; an effect is named only where it was proved, by an
attempt of a confined process to break it.
"""

CPU_TIME_LIMIT = "cpu time limit"
FILE_SIZE_LIMIT = "file size limit"
DESCRIPTOR_LIMIT = "descriptor limit"
MEMORY_LIMIT = "memory limit"
NO_CORE_DUMPS = "no core dumps"
NO_INSPECTION = "no inspection of the grader"
ORPHANS_KILLED = "orphans adopted and killed"

NO_PRIVILEGES = "no privileges"
LANDLOCK = "landlock"
SECCOMP = "seccomp"
BUBBLEWRAP = "bubblewrap"

FILES_CONFINED = "files confined"
NOTHING_WRITTEN = "nothing written"
NO_NETWORK = "no network"
NO_PROCESSES = "no new processes"
NO_SIGNALS = "no signals to others"

OPTIONAL_LAYERS = (LANDLOCK, SECCOMP, BUBBLEWRAP)
"""Layers that a system may lack and that ``HARNESS_WITHOUT`` turns off."""

EFFECTS = (FILES_CONFINED, NOTHING_WRITTEN, NO_NETWORK, NO_PROCESSES, NO_SIGNALS)
"""What a confined process failed to break when it tried."""

TURNED_OFF = "turned off by HARNESS_WITHOUT"
"""Why a layer is missing, where that was wished."""

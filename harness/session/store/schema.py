"""The schema of the file of sittings: one entry per version, and entries are only ever added."""

APPLICATION_ID = 0x50726F67
"""Marks a file as ours."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE events (
            session TEXT NOT NULL,
            seq INTEGER NOT NULL,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (session, seq)
        )""",
        "CREATE INDEX events_by_kind ON events (kind)",
        "CREATE TABLE sources (hash TEXT PRIMARY KEY, body BLOB NOT NULL)",
    ),
    (
        """CREATE TABLE claims (
            session TEXT PRIMARY KEY,
            token TEXT NOT NULL,
            who TEXT NOT NULL,
            pid INTEGER NOT NULL,
            since INTEGER NOT NULL
        )""",
        # What is folded from the events, kept so that a list of sittings need not fold them.
        """CREATE TABLE standings (
            session TEXT PRIMARY KEY,
            problem TEXT NOT NULL,
            name TEXT NOT NULL,
            mode TEXT NOT NULL,
            folder TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            minutes INTEGER NOT NULL,
            closes_at INTEGER,
            ended_at INTEGER,
            ended TEXT,
            level INTEGER NOT NULL,
            level_count INTEGER NOT NULL,
            score INTEGER NOT NULL,
            max_score INTEGER NOT NULL,
            submissions INTEGER NOT NULL
        )""",
        "CREATE INDEX standings_by_start ON standings (started_at)",
    ),
    (
        # What the tests of a level said, in the reports of however many submissions.
        "CREATE TABLE findings (hash BLOB PRIMARY KEY, body BLOB NOT NULL)",
        # The rest of an event's report: its findings' hashes, and how long each test took.
        # Reports of before stay in their events whole.
        """CREATE TABLE reports (
            session TEXT NOT NULL,
            seq INTEGER NOT NULL,
            findings BLOB NOT NULL,
            times BLOB NOT NULL,
            PRIMARY KEY (session, seq)
        )""",
    ),
    (
        "ALTER TABLE standings ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0",
        "DELETE FROM standings",  # they are folded anew when somebody lists them
    ),
)

NEWEST = len(MIGRATIONS)
"""The version this harness writes."""

"""What Gradescope and Exercism document of their ``results.json``, as schemas of our own."""

from typing import Any

TEXT = {"type": "string"}
POINTS = {"type": "number", "minimum": 0}
VISIBILITY = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}
TEXT_FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}

GRADESCOPE: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "anyOf": [
        {"required": ["score"]},
        {"properties": {"tests": {"items": {"required": ["score"]}}}, "required": ["tests"]},
    ],
    "properties": {
        "score": POINTS,
        "execution_time": POINTS,
        "output": TEXT,
        "output_format": TEXT_FORMAT,
        "test_output_format": TEXT_FORMAT,
        "test_name_format": TEXT_FORMAT,
        "visibility": VISIBILITY,
        "stdout_visibility": VISIBILITY,
        "extra_data": {"type": "object"},
        "leaderboard": {"type": "array"},
        "tests": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "score": POINTS,
                    "max_score": POINTS,
                    "status": {"enum": ["passed", "failed"]},
                    "name": TEXT,
                    "name_format": TEXT_FORMAT,
                    "number": TEXT,
                    "output": TEXT,
                    "output_format": TEXT_FORMAT,
                    "tags": {"type": "array", "items": TEXT},
                    "visibility": VISIBILITY,
                    "extra_data": {"type": "object"},
                },
            },
        },
    },
}

_OPTIONAL_TEXT = {"type": ["string", "null"]}

EXERCISM: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "status", "tests"],
    "properties": {
        "version": {"const": 3},
        "status": {"enum": ["pass", "fail", "error"]},
        "message": _OPTIONAL_TEXT,
        "tests": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["name", "status"],
                "properties": {
                    "name": TEXT,
                    "test_code": TEXT,
                    "status": {"enum": ["pass", "fail", "error"]},
                    "message": _OPTIONAL_TEXT,
                    "output": {"type": ["string", "null"], "maxLength": 500},
                    "task_id": {"type": "integer"},
                },
            },
        },
    },
    "if": {"properties": {"status": {"const": "error"}}},
    "then": {
        "required": ["message"],
        "properties": {"message": {"type": "string", "minLength": 1, "maxLength": 65535}},
    },
}

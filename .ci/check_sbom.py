"""Checks a bill of materials against CycloneDX's own schema, with the tools' environment: `python .ci/check_sbom.py FILE`."""

import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(
    Path(sys.argv[1]).read_text(encoding="utf-8")
)
if problem:
    sys.exit(f"sbom: {problem}")

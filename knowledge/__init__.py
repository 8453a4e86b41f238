"""The sourced facts of Mawas: the records, the checks on them, and the store that serves them.

Importing this package loads nothing but the standard library. `knowledge.load`, `knowledge.lint`,
`knowledge.store`, `knowledge.build` and `knowledge.export` bring in PyYAML, jsonschema,
phonenumbers or SQLAlchemy when they are imported themselves.
"""

from knowledge.findings import Finding, KnowledgeError
from knowledge.kinds import DEFAULT_ROOT
from knowledge.model import Knowledge

__all__ = ["DEFAULT_ROOT", "Finding", "Knowledge", "KnowledgeError"]

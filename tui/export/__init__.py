"""The dossier in other tools' formats, one module a format."""

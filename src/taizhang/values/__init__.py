"""The types that every other room speaks in; no tables, no logic of the language of reports."""

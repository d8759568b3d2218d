"""Every file that is written: terminal, JSON, tables, SARIF, HTML, commented documents. Never half written."""

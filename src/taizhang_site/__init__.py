"""The site: a town's ledger on the web. It is built on the library, which does not know it."""

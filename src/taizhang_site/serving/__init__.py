"""Starting the site: what is checked first, the first run, the server, the site's own commands."""

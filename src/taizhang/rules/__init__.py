"""One file per rule; a rule is found by walking this folder, so adding one takes its file and its cases."""

"""The pages of targets and figures: each reads the question, asks the queries, or acts, and renders."""

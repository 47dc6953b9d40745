"""The only place where the core meets the edge: build, serve, report."""

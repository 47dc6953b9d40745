"""The command line: arguments to requests, outcomes to exit codes."""

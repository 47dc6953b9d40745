"""Check: what a build does not ask of stories, printed pages and files, each rule as a pure function."""

"""Which pages must exist, and what each is given."""

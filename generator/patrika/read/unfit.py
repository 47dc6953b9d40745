"""A value that cannot be taken, said before its place is known."""


class Unfit(Exception):
    """Raised by readers of single values; whoever knows the place makes a diagnostic of it."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep what is wrong, in the user's words, and what to do."""
        super().__init__(message)
        self.message = message
        self.hint = hint

"""A value that cannot be taken, said before its place is known."""


class Unfit(Exception):
    """Raised by readers of single values; whoever knows the place makes a diagnostic of it."""

    def __init__(self, message: str, hint: str = "", inside: tuple[str | int, ...] = ()) -> None:
        """Keep what is wrong, in the user's words, what to do, and where in a list or a table it stands."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.inside = inside

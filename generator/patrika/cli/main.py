"""The program `patrika`: its commands, each imported when it is called."""

import gc
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    import click

COMMANDS = {
    "build": "Build the site into output/.",
    "serve": "Preview the site, and rebuild it on every change.",
    "check": "Look for all that is wrong, and for what could be better.",
    "help": "Tell what a diagnostic means, and what to do.",
    "why": "Tell why a page was made when it last was.",
    "new": "Begin a story.",
    "translate": "Begin a translation, or mark one as brought up to date.",
    "status": "Tell what is unfinished, what is to come, and how translations stand.",
    "messages": "Bring the phrases of templates into PO files, or look at what these lack.",
    "mv": "Rename a story, with all that names it.",
    "init": "Begin a new site in a folder.",
    "import": "Bring a site over from WordPress, Hugo or Jekyll.",
}
_MODULES = {"import": "bring"}
"""Modules that cannot have the name of their command, which is a word of Python."""


def main() -> NoReturn:
    """Run the program and exit: 0 fine, 1 problems in content or settings, 2 wrong usage, 4 the machine failed, 130
    interrupted."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from patrika import __version__

        print(f"patrika {__version__}")
        sys.exit(0)
    if sys.argv[1:2] in (["build"], ["check"], ["status"]):
        # A build leaves next to no garbage in circles; with a large archive a tenth of its time would go into seeking it.
        gc.disable()
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit code."""
    import click

    from patrika.run.crew import WorkerDiedError
    from patrika.run.request import SiteError

    try:
        result = _group().main(args=arguments, prog_name="patrika", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as fault:
        fault.show()
        return 2
    except SiteError as fault:
        print(f"patrika: {fault}", file=sys.stderr)
        return 2
    except (click.Abort, KeyboardInterrupt):
        print("patrika: interrupted", file=sys.stderr)
        return 130
    except WorkerDiedError as fault:
        print(f"patrika: {fault}; output/ is as it was; try --jobs 1", file=sys.stderr)
        return 4
    except OSError as fault:
        print(f"patrika: the machine failed: {fault}; mend that and build again", file=sys.stderr)
        return 4


def _group() -> "click.Group":
    import click

    class Commands(click.Group):
        def list_commands(self, ctx: click.Context) -> list[str]:
            return list(COMMANDS)

        def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
            if name not in COMMANDS:
                return None
            command: click.Command = import_module(f"patrika.cli.{_MODULES.get(name, name)}").command
            return command

        def resolve_command(
            self, ctx: click.Context, args: list[str]
        ) -> tuple[str | None, click.Command | None, list[str]]:
            from patrika.model.diagnostics import nearest

            if args and args[0] not in COMMANDS and (close := nearest(args[0], COMMANDS)):
                ctx.fail(f"there is no command “{args[0]}”; did you mean “{close}”?")
            return super().resolve_command(ctx, args)

    @click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
    @click.version_option(package_name="patrika", message="patrika %(version)s")
    def patrika() -> None:
        """Static, multilingual news sites from Markdown articles in git."""

    return patrika

"""`patrika help`."""

import click


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Tell what a diagnostic means, such as E301, and what to do; without CODE, which there are."""
    from patrika.cli.manual import manual
    from patrika.model.diagnostics import did_you_mean

    known = manual()
    if code is None:
        for told in known.values():
            click.echo(f"{told.code}  {told.when}")
        return 0
    found = known.get(code.upper())
    if found is None:
        raise click.UsageError(
            f"there is no diagnostic “{code}”; {did_you_mean(code.upper(), known, 'see: patrika help')}"
        )
    click.echo(str(found))
    return 0

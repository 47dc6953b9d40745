"""`python -m patrika` is the same program as the console script `patrika`."""

from patrika.cli.main import main

main()

"""`python -m public_record`: the command line."""

from public_record.cli import main

main()

"""Print every measurement of the injection checks, or those named: ``python -m tests.bench.injections [name …]``."""

import sys

from tests.bench.injections.measure import main

main(sys.argv[1:])

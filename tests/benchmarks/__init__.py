"""Benchmarks: how fast the program is beside the least that the machine can do.

    python -m tests.benchmarks.bench_rank            the sizes that goals speak of
    python -m tests.benchmarks.bench_rank --quick    tiny sizes, to see that it runs

How to read a table. `ours` and `floor` are medians in milliseconds of runs that took
turns; `ratio` is the median of ours / floor over the rounds, so that a busy machine slows
both. Milliseconds are of the processor (a start: on the wall). `goal` is the greatest
ratio wished for, and `!` says that it is not reached. Times alone say nothing: they are of
the machine, ratios are of the program. Rows without a goal show where the time goes.

The floor of each table is said in its script: never another way of ours, always the plain
work that cannot be left out (the same rows fetched by sqlite3 alone, the same cells
written by openpyxl without styles, the same texts drawn on a reportlab canvas).

Nothing here fails on a time. `test_benchmarks_run` only shows that every script still
runs; pytest collects this folder when it is named: `pytest tests/benchmarks`.
"""

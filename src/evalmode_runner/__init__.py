"""What runs in child processes, away from evalmode: proofs of the question bank. It never imports evalmode.

``wire`` is the only public face: what is asked of a child and what it answers. ``prove`` is the program to start::

    python -m evalmode_runner.prove --warm [--torch]   many proofs, each in a fork of one warm process
    python -m evalmode_runner.prove --once             one proof in processes of its own, where there is no fork

Both read requests as JSON lines from standard input and write answers as JSON lines to standard output. Three processes
take part in a proof: the one that was started, a *watcher* that keeps time and captures output, and the proof's own.
Whatever a proof does to its process or to its watcher is one answer; the next proof is not touched by it.
"""

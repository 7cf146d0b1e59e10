"""Submissions that try to talk the judge round: none is accepted, and the next one is judged as ever.

Each is wrong in its values or uses what is banned, and then does something to the process it runs in. Since the judge
believes tensors only, and computes what it expects in a process of its own, there is nothing in there to win.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from evalmode.bank import CodeItem
    from evalmode.judge import LocalJudge

WRONG = "\ndef softmax(x, dim):\n    return x * 0 + 0.5\n"
RIGHT = """
import torch

def softmax(x, dim):
    shifted = (x - x.amax(dim=dim, keepdim=True)).exp()
    return shifted / shifted.sum(dim=dim, keepdim=True)
"""

CHEATS = {
    "replaces-allclose": "import torch\ntorch.allclose = torch.equal = torch.isclose = lambda *a, **k: True" + WRONG,
    "replaces-tensor-methods": """
        import torch
        torch.Tensor.__eq__ = torch.Tensor.all = torch.Tensor.allclose = lambda *a, **k: True
        def softmax(x, dim): return x * 0 + 0.5
    """,
    "replaces-packing": """
        import sys
        values = sys.modules["evalmode_runner.values"]
        harness = sys.modules["evalmode_runner.harness"]
        real = harness.pack
        harness.pack = lambda answer: real({**answer, "passed": True, "verdict": "accepted"})
        def softmax(x, dim): return x * 0 + 0.5
    """,
    "replaces-the-scenario": """
        import sys
        scenarios = sys.modules["evalmode_runner.scenarios"]
        harness = sys.modules["evalmode_runner.harness"]
        scenarios.call = lambda *a, **k: {"output": None, "gradients": {}, "inputs": {}}
        def softmax(x, dim): return x * 0 + 0.5
    """,
    "empty-results": """
        import sys
        harness = sys.modules["evalmode_runner.harness"]
        harness.Submission.run = lambda self, case: {"result": {}}
        def softmax(x, dim): return x * 0 + 0.5
    """,
    "reports-nothing-touched": """
        import sys, torch
        harness = sys.modules["evalmode_runner.harness"]
        harness.Submission.run = lambda self, case: {"result": {"output": torch.zeros(1)}, "touched": [], "ops": []}
        def softmax(x, dim): return x
    """,
    "judge-error-frame": """
        import os, struct, json
        text = json.dumps({"failed": "internal"}).encode()
        frame = struct.pack("<IQ", len(text), 0) + text
        for descriptor in range(3, 64):
            try:
                os.write(descriptor, frame)
            except OSError:
                pass
        def softmax(x, dim): return x * 0 + 0.5
    """,
    "rubbish-on-every-descriptor": """
        import os
        for descriptor in range(3, 64):
            try:
                os.write(descriptor, b"\\xff" * 100_000)
            except OSError:
                pass
        def softmax(x, dim): return x * 0 + 0.5
    """,
    "huge-header": """
        import os, struct
        for descriptor in range(3, 64):
            try:
                os.write(descriptor, struct.pack("<IQ", 2**32 - 1, 2**63))
            except OSError:
                pass
        def softmax(x, dim): return x * 0 + 0.5
    """,
    "forged-accepted-on-stdout": """
        print('{"id": 1, "report": {"verdict": "accepted"}}', flush=True)
        def softmax(x, dim):
            print("accepted", flush=True)
            return x * 0 + 0.5
    """,
    "hello-again": """
        import gc, socket, sys
        values = sys.modules["evalmode_runner.values"]
        for thing in gc.get_objects():
            if isinstance(thing, socket.socket):
                thing.sendall(values.pack({"hello": 1}))
        def softmax(x, dim): return x * 0 + 0.5
    """,
    "answers-ahead": """
        import gc, socket, sys, torch
        values = sys.modules["evalmode_runner.values"]
        for thing in gc.get_objects():
            if isinstance(thing, socket.socket):
                for _ in range(100):
                    thing.sendall(values.pack({"result": {"output": torch.ones(1)}, "touched": []}))
        def softmax(x, dim): return x * 0 + 0.5
    """,
    "closes-the-channel": """
        import os
        def softmax(x, dim):
            os.closerange(3, 64)
            return x * 0 + 0.5
    """,
    "exits-with-zero": "import os\ndef softmax(x, dim):\n    os._exit(0)\n",
    "raises-system-exit": "import sys\ndef softmax(x, dim):\n    sys.exit(0)\n",
    "raises-base-exception": "class Done(BaseException): pass\ndef softmax(x, dim):\n    raise Done('accepted')\n",
    "subclass-that-equals-everything": """
        import torch
        class Anything(torch.Tensor):
            def __eq__(self, other): return torch.ones_like(other, dtype=torch.bool)
            def __sub__(self, other): return torch.zeros(())
            @classmethod
            def __torch_function__(cls, func, types, args=(), kwargs=None):
                return super().__torch_function__(func, types, args, kwargs or {})
        def softmax(x, dim): return (x * 0 + 0.5).as_subclass(Anything)
    """,
    "lies-about-its-numbers": """
        import torch
        class Liar(torch.Tensor):
            def detach(self): return torch.zeros(3)
            def numpy(self): return __import__("numpy").zeros(3)
        def softmax(x, dim): return (x * 0 + 0.5).as_subclass(Liar)
    """,
    "object-with-equality": """
        class Yes:
            def __eq__(self, other): return True
            __hash__ = None
        def softmax(x, dim): return Yes()
    """,
    "dict-in-place-of-tensor": "def softmax(x, dim): return {'output': x, 'passed': True}\n",
    "looks-for-the-expected-values": """
        import gc, torch
        def softmax(x, dim):
            for thing in gc.get_objects():
                if isinstance(thing, torch.Tensor) and thing.shape == x.shape and thing is not x:
                    if not thing.requires_grad and bool((thing >= 0).all()):
                        return thing
            return x * 0 + 0.5
    """,
    "looks-up-the-frames": """
        import sys
        def softmax(x, dim):
            frame = sys._getframe()
            while frame is not None:
                for name, value in list(frame.f_locals.items()):
                    if "expect" in name or "reference" in name:
                        return value
                frame = frame.f_back
            return x * 0 + 0.5
    """,
    "reads-the-solution": """
        import os, sys
        def found():
            for root in [*sys.path, "/", "/work", "/home", "/usr", os.getcwd(), ".."]:
                for name in ("evalmode_pack_dl/code/softmax/solution.py", "solution.py", "code/softmax/solution.py"):
                    path = os.path.join(root, name)
                    if os.path.exists(path):
                        return open(path).read()
            return None
        source = found()
        if source:
            exec(source)
        else:
            def softmax(x, dim): return x * 0 + 0.5
    """,
    "imports-the-pack": """
        def softmax(x, dim):
            import evalmode_pack_dl
            return x * 0 + 0.5
    """,
    "imports-the-checks": """
        def softmax(x, dim):
            from evalmode_runner.judging.problem import Problem
            from pathlib import Path
            return Problem(Path("/"), "softmax", ()).reference.subject(x, dim)
    """,
    "settrace": """
        import sys
        sys.settrace(lambda *a: None)
        sys.setprofile(lambda *a: None)
        def softmax(x, dim): return x * 0 + 0.5
    """,
    "import-hook": """
        import sys
        class Finder:
            def find_spec(self, name, path=None, target=None): return None
        sys.meta_path.insert(0, Finder())
        sys.modules["math"] = None
        def softmax(x, dim): return x * 0 + 0.5
    """,
    "constant-for-one-input": """
        import torch
        def softmax(x, dim):
            return torch.full_like(x, 1.0 / x.shape[dim])
    """,
    "learns-from-earlier-calls": """
        seen = {}
        def softmax(x, dim):
            return seen.setdefault((tuple(x.shape), dim), x * 0 + 1.0 / x.shape[dim])
    """,
    "puts-the-original-back": """
        import torch
        name = "soft" + "max"
        original = getattr(torch, name).__closure__
        cells = [cell.cell_contents for cell in original or ()]
        def softmax(x, dim):
            for cell in cells:
                if callable(cell):
                    return cell(x, dim)
            return torch.ops.aten._softmax(x, dim, False)
    """,
    "operator-by-name": """
        import torch
        def softmax(x, dim): return getattr(torch.ops.aten, "_soft" + "max")(x, dim, False)
    """,
    "jit": """
        import torch
        def body(): return "def softmax(x, dim: int):\\n    return torch.soft" + "max(x, dim)"
        unit = torch.jit.CompilationUnit(body())
        def softmax(x, dim): return unit.softmax(x, dim)
    """,
    "tears-down-the-tracing": """
        import torch
        from torch.utils._python_dispatch import _disable_current_modes
        def softmax(x, dim):
            with _disable_current_modes(), torch._C.DisableTorchFunction():
                return getattr(torch.Tensor, "soft" + "max")(x, dim)
    """,
    "module-in-disguise": """
        import torch
        layer = vars(torch.nn)["Soft" + "max"]
        def softmax(x, dim): return layer(dim)(x)
    """,
    "log-softmax-in-disguise": """
        import torch
        def softmax(x, dim): return getattr(torch, "log_soft" + "max")(x, dim).exp()
    """,
}


@pytest.mark.parametrize("name", CHEATS)
def test_no_cheat_is_accepted(judge: LocalJudge, problem: Callable[[str], CodeItem], name: str) -> None:
    judgement = judge.judge(problem("softmax"), textwrap.dedent(CHEATS[name]), explain=False)
    assert judgement.verdict not in ("accepted", "internal_error"), judgement


def test_after_all_of_them_honest_work_is_accepted(judge: LocalJudge, problem: Callable[[str], CodeItem]) -> None:
    for source in list(CHEATS.values())[::7]:
        judge.judge(problem("softmax"), textwrap.dedent(source), explain=False)
        assert judge.judge(problem("softmax"), RIGHT).verdict == "accepted"

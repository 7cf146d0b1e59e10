"""Every claim is proven, or it is said why it cannot be; and a proof really is one."""

from __future__ import annotations

import ast
import sys
import warnings
from typing import TYPE_CHECKING

from evalmode.bank.lint.subject import Subject, problem_in
from evalmode.bank.points import points_of
from evalmode.bank.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.bank.models import GradedItem, Proof

ALLOWED_PACKAGES = frozenset({"numpy", "torch"})
"""What a proof may import besides the standard library."""


def unproven_points(subject: Subject) -> Iterator[Problem]:
    """Key points without a proof and without a reason for having none, or with both."""
    for item in subject.graded:
        proven = {name for proof in item.proofs for name in proof.proves}
        for location, point in points_of(item):
            if point.id in proven and point.id in item.unproven:
                yield problem_in(item, ("unproven", point.id), "has a proof, so it needs no reason for having none")
            elif point.id not in proven and point.id not in item.unproven:
                message = f"is {point.id!r}, which no proof names and 'unproven' gives no reason for"
                yield problem_in(item, (*location, "id"), message)


def unknown_proven_points(subject: Subject) -> Iterator[Problem]:
    """Proofs, and reasons for having none, of key points that the item does not have."""
    for item in subject.spoken:
        known = {point.id for _, point in points_of(item)}
        for name in item.unproven:
            if name not in known:
                yield problem_in(item, ("unproven", name), "is no key point of this item")
    for item in subject.graded:
        known = {point.id for _, point in points_of(item)}
        for proof in item.proofs:
            if not proof.proves:
                yield _at(item, proof, 0, "names no key point; write ```python POINT-ID")
            for name in proof.proves:
                if name not in known:
                    yield _at(item, proof, 0, f"names {name!r}, which is no key point of this item")


def broken_proofs(subject: Subject) -> Iterator[Problem]:
    """Proofs that are not Python."""
    for item in subject.graded:
        for proof in item.proofs:
            if isinstance(found := _parse(proof), SyntaxError):
                yield _at(item, proof, found.lineno or 1, f"is not Python: {found.msg}")


def foreign_imports(subject: Subject) -> Iterator[Problem]:
    """Proofs that need more than the standard library, numpy and torch."""
    allowed = ALLOWED_PACKAGES | sys.stdlib_module_names
    for item, proof, tree in _parsed(subject):
        for node in ast.walk(tree):
            match node:
                case ast.Import(names=names):
                    modules = [alias.name for alias in names]
                case ast.ImportFrom(module=module, level=0):
                    modules = [module or ""]
                case ast.ImportFrom():
                    modules = ["."]
                case _:
                    continue
            for module in modules:
                if module.partition(".")[0] not in allowed:
                    message = f"imports {module!r}; a proof needs nothing but the standard library, numpy and torch"
                    yield _at(item, proof, node.lineno, message)


def asserts_nothing(subject: Subject) -> Iterator[Problem]:
    """Proofs that cannot fail."""
    for item, proof, tree in _parsed(subject):
        checks = [node for node in ast.walk(tree) if isinstance(node, ast.Assert)]
        if not any(not isinstance(check.test, ast.Constant | ast.Tuple) for check in checks):
            yield _at(item, proof, 0, "asserts nothing, so it would pass if the claim were false")


def prints_nothing(subject: Subject) -> Iterator[Problem]:
    """Proofs that show no evidence."""
    for item, proof, tree in _parsed(subject):
        calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call) and (node.args or node.keywords))
        if not any(isinstance(called, ast.Name) and called.id == "print" for called in calls):
            yield _at(item, proof, 0, "prints nothing; show the numbers that make the claim evident")


def _parsed(subject: Subject) -> Iterator[tuple[GradedItem, Proof, ast.Module]]:
    for item in subject.graded:
        for proof in item.proofs:
            if isinstance(tree := _parse(proof), ast.Module):
                yield item, proof, tree


def _parse(proof: Proof) -> ast.Module | SyntaxError:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(proof.source)
    except SyntaxError as error:
        return error
    except (ValueError, RecursionError, MemoryError) as error:
        return SyntaxError(str(error) or type(error).__name__)


def _at(item: GradedItem, proof: Proof, line: int, message: str) -> Problem:
    """A problem of a proof: at one of its lines, counted from 1, or at the fence above it."""
    return Problem(item.path, proof.line - 1 + line, "Proof", message)

import inspect

import pytest

from evalmode.core import errors

_ALL = [member for _, member in inspect.getmembers(errors, inspect.isclass) if issubclass(member, errors.EvalmodeError)]


@pytest.mark.parametrize("error", _ALL)
def test_the_tree_in_the_docstring_names_every_error_with_its_codes(error):
    if error is errors.EvalmodeError:
        return
    (line,) = [line for line in (errors.__doc__ or "").splitlines() if f"── {error.__name__} " in line]
    assert line.endswith(f"exit {error.exit_code}, HTTP {error.status}")


def test_codes_are_distinct():
    assert len({error.code for error in _ALL}) == len(_ALL)


def test_the_hint_reads_on_from_the_message():
    assert str(errors.InputError("No such file.", hint="Check the name.")) == "No such file. Check the name."

import time

import pytest

from evalmode.core import InputError, ItemId, new_id
from evalmode.core.ids import is_slug


def test_an_id_is_read_as_it_is_written():
    assert str(ItemId.parse("rapid/softmax")) == "rapid/softmax"


@pytest.mark.parametrize("text", ["softmax", "rapid/", "/softmax", "Rapid/softmax", "rapid/a/b", "rapid/../x", ""])
def test_anything_else_is_refused_with_an_example(text):
    with pytest.raises(InputError, match="rapid/softmax"):
        ItemId.parse(text)


@pytest.mark.parametrize(("text", "expected"), [("kv-cache", True), ("a--b", False), ("-a", False), ("x" * 81, False)])
def test_slugs(text, expected):
    assert is_slug(text) is expected


def test_new_ids_are_distinct_and_sort_by_time():
    earlier = [new_id() for _ in range(1000)]
    time.sleep(0.002)
    later = new_id()
    assert len(set(earlier)) == 1000
    assert max(earlier) < later
    assert len(later) == 26

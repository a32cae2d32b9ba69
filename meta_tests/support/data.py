"""Any plain data, as it may pass between grader and worker."""

from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

numbers = st.one_of(
    st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats(), st.complex_numbers()
)
texts = st.text(st.characters(exclude_categories=["C", "Z"]))  # printable as they are
dtypes = st.sampled_from(["<f8", "<f4", "<c16", "<c8", "<i8", "|b1"])
leaves = st.one_of(
    st.none(),
    numbers,
    texts,
    arrays.arrays(dtypes, arrays.array_shapes(min_dims=0, min_side=0)),
)
data = st.recursive(
    leaves, lambda inner: st.lists(inner) | st.dictionaries(texts, inner), max_leaves=8
)

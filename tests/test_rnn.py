"""Exercises 1 and 2a: the sigmoid, one layer, and backpropagation through time."""

import numpy as np
import oracles
import tolerances
from answers import rows
from claimgrade import agree, between, claim, require
from rnn_strategies import (
    far_numbers,
    layers,
    layers_and_edges,
    numbers,
    numbers_of_any_shape,
    runs,
    runs_and_edges,
    saturated_layers,
    saturated_runs,
    steps,
    steps_and_none,
    terms,
    terms_and_edges,
)
from strategies import for_all

# 1a σ'


@claim("1a-sigma-prime")
@for_all(numbers)
def test_sigma_is_1_over_1_plus_exp(student, z):
    """σ(z) = 1 / (1 + e^{-z}) for moderate z."""
    s = student.rnn.sigmoid(z)
    agree(s, 1 / (1 + np.exp(-z)), within=tolerances.sigmoid(), what="σ(z)")


@claim("1a-sigma-prime")
@for_all(numbers)
def test_sigma_prime_has_its_closed_form(student, z):
    """σ'(z) = e^{-z} / (1 + e^{-z})² for moderate z."""
    required = np.exp(-z) / (1 + np.exp(-z)) ** 2
    agree(student.rnn.sigmoid_prime(z), required, within=tolerances.sigmoid_prime(), what="σ'(z)")

"""One LSTM layer: c_t = f_t ⊙ c_{t-1} + i_t ⊙ c̃_t and h_t = o_t ⊙ tanh(c_t). Exercise 3.

Each gate g of f, i, o, c̃ (always in this order) sees W[g] [h_{t-1}; x_t] + b[g], the state first,
then the input; f, i and o pass it through σ, the candidate c̃ through tanh.
H units, D inputs: W (4, H, H+D), b (4, H).
"""


def gates(W, b, h_prev, x):
    """The gates and the candidate, f, i, o, c̃, as rows: (4, H).

    W (4, H, H+D), b (4, H), h_prev (H,), x (D,). Exercise 3.
    """
    raise NotImplementedError


def cell_state(f, i, c_tilde, c_prev):
    """The cell state c_t: (H,).

    f, i, c_tilde, c_prev (H,). Exercise 3.
    """
    raise NotImplementedError


def hidden_state(o, c):
    """The hidden state h_t: (H,).

    o, c (H,). Exercise 3.
    """
    raise NotImplementedError


def step(W, b, h_prev, c_prev, x):
    """One time step: the pair (h_t, c_t), each (H,).

    W (4, H, H+D), b (4, H), h_prev (H,), c_prev (H,), x (D,). Exercise 3.
    """
    raise NotImplementedError


def gate_roles():
    """What each gate does: {"f": ..., "i": ..., "o": ...}.

    Each value is "erase" (the old cell state), "write" (to the cell) or "expose" (the cell state).
    Exercise 3a.
    """
    raise NotImplementedError


def always_nonnegative():
    """The names, among f i o c_tilde c h, of the quantities that can never be negative.

    In any order. Exercise 3b.
    """
    raise NotImplementedError


def ranges():
    """{name: (low, high)} for the six names f i o c_tilde c h.

    The tightest interval that holds one unit for every input; -inf and inf where there is no bound.
    Exercise 3b.
    """
    raise NotImplementedError


def cell_jacobian(f, t, k):
    """∂c_t/∂c_k along the cell path, all gates held fixed: (H, H).

    f (T+1, H), row s = f_s, row 0 only keeps the count; 0 ≤ k ≤ t ≤ T. Exercise 3c.
    """
    raise NotImplementedError


def loss_gradient(W, b, h_0, c_0, x, dL_dh):
    """(∂L/∂W, ∂L/∂b) for L = L_0(h_0) + L_1(h_1) + ... + L_T(h_T): (4, H, H+D) and (4, H).

    W (4, H, H+D), b (4, H), h_0 (H,), c_0 (H,), x (T, D) with row t-1 = x_t; dL_dh (T+1, H) with
    row t = ∂L_t/∂h_t, the direct effect of h_t on L_t alone; T ≥ 0. Every path counts, also those
    through the gates. Exercise 3d, for bonus points.
    """
    raise NotImplementedError

"""One LSTM layer: c_t = f_t ⊙ c_{t-1} + i_t ⊙ c̃_t and h_t = o_t ⊙ tanh(c_t). Exercise 3.

Each gate g of f, i, o, c̃ (always in this order) sees W[g] [h_{t-1}; x_t] + b[g], the state first,
then the input; f, i and o pass it through σ, the candidate c̃ through tanh.
H units, D inputs: W (4, H, H+D), b (4, H).

Sources: Hochreiter, Schmidhuber (1997), Long short-term memory, their two squashing functions
being tanh; Gers, Schmidhuber, Cummins (2000), Learning to forget, which added the gate f;
Graves, Schmidhuber (2005), Framewise phoneme classification with bidirectional LSTM and other
neural network architectures, which was the first to use the full gradient;
Goodfellow, Bengio, Courville (2016), Deep Learning, section 10.10.1.
"""

import numpy as np

from .rnn import _floats, sigmoid


def gates(W, b, h_prev, x):
    """The gates and the candidate, f, i, o, c̃, as rows: (4, H).

    W (4, H, H+D), b (4, H), h_prev (H,), x (D,). Exercise 3.

    σ, σ, σ and tanh of W[g] [h_{t-1}; x_t] + b[g]: Gers et al. (2000).
    """
    W, b, h_prev, x = _floats(W, b, h_prev, x)
    z = W @ np.concatenate([h_prev, x]) + b
    return np.concatenate([sigmoid(z[:3]), np.tanh(z[3:])])


def cell_state(f, i, c_tilde, c_prev):
    """The cell state c_t: (H,).

    f, i, c_tilde, c_prev (H,). Exercise 3.

    f ⊙ c_{t-1} + i ⊙ c̃: Gers et al. (2000).
    """
    f, i, c_tilde, c_prev = _floats(f, i, c_tilde, c_prev)
    return f * c_prev + i * c_tilde


def hidden_state(o, c):
    """The hidden state h_t: (H,).

    o, c (H,). Exercise 3.

    o ⊙ tanh(c_t): Hochreiter and Schmidhuber (1997).
    """
    o, c = _floats(o, c)
    return o * np.tanh(c)


def step(W, b, h_prev, c_prev, x):
    """One time step: the pair (h_t, c_t), each (H,).

    W (4, H, H+D), b (4, H), h_prev (H,), c_prev (H,), x (D,). Exercise 3.

    The gates, then the cell state, then the hidden state: Gers et al. (2000).
    """
    f, i, o, c_tilde = gates(W, b, h_prev, x)
    c = cell_state(f, i, c_tilde, c_prev)
    return hidden_state(o, c), c


def gate_roles():
    """What each gate does: {"f": ..., "i": ..., "o": ...}.

    Each value is "erase" (the old cell state), "write" (to the cell) or "expose" (the cell state).
    Exercise 3a.

    f = 0 removes c_{t-1} from c_t, i = 0 removes c̃_t from c_t, o = 0 hides c_t from h_t:
    Hochreiter and Schmidhuber (1997) for i and o, Gers et al. (2000) for f.
    """
    return {"f": "erase", "i": "write", "o": "expose"}


def always_nonnegative():
    """The names, among f i o c_tilde c h, of the quantities that can never be negative.

    In any order. Exercise 3b.

    The three sigmoids. c̃ and h take the sign of a tanh, and c starts anywhere and adds such terms.
    """
    return ("f", "i", "o")


def ranges():
    """{name: (low, high)} for the six names f i o c_tilde c h.

    The tightest interval that holds one unit for every input; -inf and inf where there is no bound.
    Exercise 3b.

    σ fills (0, 1) and tanh (-1, 1), and floats round to the ends; h is a product of two such;
    c can grow by up to 1 a step, past every bound.
    """
    unit, symmetric = (0.0, 1.0), (-1.0, 1.0)
    gate_ranges = {"f": unit, "i": unit, "o": unit, "c_tilde": symmetric}
    return gate_ranges | {"c": (-np.inf, np.inf), "h": symmetric}


def cell_jacobian(f, t, k):
    """∂c_t/∂c_k along the cell path, all gates held fixed: (H, H).

    f (T+1, H), row s = f_s, row 0 only keeps the count; 0 ≤ k ≤ t ≤ T. Exercise 3c.

    diag(f_{k+1} ⊙ ... ⊙ f_t), which is I where t = k, and wherever f = 1: the constant error
    carousel of Hochreiter and Schmidhuber (1997), with the gate of Gers et al. (2000).
    """
    (f,) = _floats(f)
    return np.diag(np.prod(f[k + 1 : t + 1], axis=0))


def loss_gradient(W, b, h_0, c_0, x, dL_dh):
    """(∂L/∂W, ∂L/∂b) for L = L_0(h_0) + L_1(h_1) + ... + L_T(h_T): (4, H, H+D) and (4, H).

    W (4, H, H+D), b (4, H), h_0 (H,), c_0 (H,), x (T, D) with row t-1 = x_t; dL_dh (T+1, H) with
    row t = ∂L_t/∂h_t, the direct effect of h_t on L_t alone; T ≥ 0. Every path counts, also those
    through the gates. Exercise 3d, for bonus points.

    With z_t = W [h_{t-1}; x_t] + b, and dy for ∂L/∂y, collected backwards in time:
    dh_t = ∂L_t/∂h_t + Σ_g W[g, :, :H]ᵀ dz_{t+1}[g] and
    dc_t = dh_t ⊙ o_t ⊙ (1 - tanh²(c_t)) + dc_{t+1} ⊙ f_{t+1}; then ∂L/∂b is the sum of dz_t, and
    ∂L/∂W of dz_t ⊗ [h_{t-1}; x_t]. Graves and Schmidhuber (2005), appendix A, without peepholes.
    """
    W, b, h_0, c_0, x, dL_dh = _floats(W, b, h_0, c_0, x, dL_dh)
    h, c = [h_0], [c_0]
    for x_t in x:
        h_t, c_t = step(W, b, h[-1], c[-1], x_t)
        h.append(h_t)
        c.append(c_t)
    H = len(h_0)
    dW, db, dh, dc = np.zeros(W.shape), np.zeros(b.shape), np.zeros(H), np.zeros(H)
    for t in range(len(x), 0, -1):
        seen = np.concatenate([h[t - 1], x[t - 1]])
        dz, dc = _step_backwards(gates(W, b, h[t - 1], x[t - 1]), c[t - 1], c[t], dL_dh[t] + dh, dc)
        dW += dz[:, :, None] * seen
        db += dz
        dh = np.einsum("gij,gi->j", W[:, :, :H], dz)
    return dW, db


def _step_backwards(gates_t, c_prev, c, dh, dc):
    """∂L/∂z_t (4, H) and the part of ∂L/∂c_{t-1} that comes through c_t, (H,).

    dh is all of ∂L/∂h_t, dc what ∂L/∂c_t owes to later steps. f, i, o have the slope g (1 - g), the
    candidate 1 - c̃².
    """
    f, i, o, c_tilde = gates_t
    dc = dc + dh * o * (1 - np.tanh(c) ** 2)
    slopes = np.array([f * (1 - f), i * (1 - i), o * (1 - o), 1 - c_tilde**2])
    return slopes * [dc * c_prev, dc * c_tilde, dh * np.tanh(c), dc * i], dc * f

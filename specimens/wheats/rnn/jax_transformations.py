"""jacfwd, jacrev, grad and scan of jax, in double precision.

用 jax 的 jacfwd、jacrev、grad 和 scan，取双精度。
"""

import jax
import jax.numpy as jnp

NEEDS = ["jax"]

jax.config.update("jax_enable_x64", True)


def layer_jacobian(W, x):
    return jax.jacfwd(lambda v: jax.nn.sigmoid(W @ v))(jnp.asarray(x))


def hidden_states(W, U, h_0, x):
    def step(h, x_t):
        h = jax.nn.sigmoid(W @ h + U @ x_t)
        return h, h

    h_0 = jnp.asarray(h_0)
    _, later = jax.lax.scan(step, h_0, jnp.asarray(x))
    return jnp.vstack([h_0[None], later])


def gradient_term(W, h, dL_dh, t, k):
    """∂L_t/∂W with a W of its own at step k, which the later steps do not share."""

    def loss(own):
        q = h * (1 - h)
        moved = q[k] * (own @ h[k - 1])
        for s in range(k + 1, t + 1):
            moved = q[s] * (W @ moved)
        return dL_dh[t] @ moved

    return jax.grad(loss)(jnp.asarray(W))

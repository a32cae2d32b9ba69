"""Which claim shows which picture: of the failing case where there is one, else of the mathematics.

A maker gets the student, the failing call of each function by its name (none where the claim holds)
and the sentences of spec/text. A picture asks the student's functions a few times, and where they
don't answer there is no picture; it never changes a verdict.
"""

import lstm_pictures
import rnn_pictures
import spectrum_pictures

PICTURES = {
    "1a-sigma-prime": rnn_pictures.sigmoids,
    "1a-jacobian": rnn_pictures.layer,
    "1b-states": rnn_pictures.states,
    "1b-gradient": rnn_pictures.gradient,
    "2a-expanded-sum": rnn_pictures.expanded,
    "2d-norm-bound": rnn_pictures.norm_bound,
    "2b-power": spectrum_pictures.powers,
    "2c-w30": spectrum_pictures.thirtieth,
    "2c-limit": spectrum_pictures.limits,
    "3a-roles": lstm_pictures.roles,
    "3b-ranges": lstm_pictures.ranges,
    "3c-carousel": lstm_pictures.carousel,
    "3d-lstm-gradient": lstm_pictures.gradient,
}

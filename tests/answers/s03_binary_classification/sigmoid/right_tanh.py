# different: through tanh, moved and squeezed
import numpy as np

sigmoid = lambda values: 0.5 + 0.5 * np.tanh(0.5 * values)

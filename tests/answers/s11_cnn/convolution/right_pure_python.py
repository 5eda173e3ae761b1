# different: four nested loops over plain lists, an array only at the end
import numpy as np


def convolve(image, kernel):
    pixels, weights = image.tolist(), kernel.tolist()
    out = []
    for r in range(len(pixels) - len(weights) + 1):
        line = []
        for c in range(len(pixels[0]) - len(weights[0]) + 1):
            total = 0
            for i, row in enumerate(weights):
                for j, weight in enumerate(row):
                    total += weight * pixels[r + i][c + j]
            line.append(total)
        out.append(line)
    return np.array(out)

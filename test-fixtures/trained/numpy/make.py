"""Writes the arrays here with numpy, and what a perceptron of scikit-learn 1.2 gives for inputs."""
import json
import os

import numpy as np
from sklearn.datasets import load_iris
from sklearn.neural_network import MLPClassifier

os.chdir(os.path.dirname(os.path.abspath(__file__)))
iris = load_iris()
model = MLPClassifier((16, 8), max_iter=150, random_state=0).fit(iris.data, iris.target)
weights, biases = model.coefs_, model.intercepts_
inputs = iris.data[::60]
expected = {}


def expect(*files):
    expected[files[0]] = dict(
        files=files,
        layers=[4, 16, 8, 3],
        activations=["relu", "relu", "softmax"],
        inputs=inputs.tolist(),
        outputs=model.predict_proba(inputs).tolist(),
    )


np.savez(
    "iris.npz",
    **{f"coefs_{i}": w for i, w in enumerate(weights)},
    **{f"intercepts_{i}": b for i, b in enumerate(biases)},
)
expect("iris.npz")
np.savez_compressed("iris-unnamed.npz", *[a for pair in zip(weights, biases) for a in pair])
expect("iris-unnamed.npz")
# As PyTorch keeps them, with rows for outputs.
names = ["first", "second", "last"]
np.savez(
    "iris-torch.npz",
    **{f"{n}.weight": w.T for n, w in zip(names, weights)},
    **{f"{n}.bias": b for n, b in zip(names, biases)},
)
expect("iris-torch.npz")
# Big-endian in Fortran's order, biases as rows.
np.savez(
    "iris-fortran.npz",
    **{f"W{i + 1}": np.asfortranarray(w.astype(">f8")) for i, w in enumerate(weights)},
    **{f"b{i + 1}": b.astype(">f8").reshape(1, -1) for i, b in enumerate(biases)},
)
expect("iris-fortran.npz")
for i, w in enumerate(weights):
    model.coefs_[i] = w.astype("f4").astype("f8")
    np.save(f"iris-w{i + 1}.npy", w.astype("f4"))
for i in range(3):
    model.intercepts_[i] = np.zeros_like(biases[i])
expect("iris-w1.npy", "iris-w2.npy", "iris-w3.npy")

json.dump(expected, open("expected.json", "w"))

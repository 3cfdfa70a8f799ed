"""Writes the CSV files here with numpy and the csv module of Python, and what perceptrons of scikit-learn 1.2 give for inputs."""
import csv
import json
import os

import numpy as np
from sklearn.datasets import load_iris
from sklearn.neural_network import MLPClassifier

os.chdir(os.path.dirname(os.path.abspath(__file__)))
iris = load_iris()
model = MLPClassifier((16, 8), max_iter=150, random_state=0).fit(iris.data, iris.target)
inputs = iris.data[::60]
expected = {}


def expect(files, model, inputs, sizes, activations):
    expected[files[0]] = dict(
        files=files,
        layers=sizes,
        activations=activations,
        inputs=inputs.tolist(),
        outputs=model.predict_proba(inputs).tolist(),
    )


# As np.savetxt has it, with biases as columns.
files = []
for i, (w, b) in enumerate(zip(model.coefs_, model.intercepts_)):
    files += [f"iris-w{i + 1}.csv", f"iris-b{i + 1}.csv"]
    np.savetxt(files[-2], w, delimiter=",", fmt="%.9g")
    np.savetxt(files[-1], b, fmt="%.9g")
expect(files, model, inputs, [4, 16, 8, 3], ["relu", "relu", "softmax"])

# With names, semicolons and decimal commas, as a spreadsheet in much of Europe has it.
model = MLPClassifier((6,), max_iter=300, activation="tanh", random_state=0).fit(iris.data, iris.target)
hidden = [f"h{i + 1}" for i in range(6)]
tables = {
    "named-hidden.csv": (iris.feature_names, hidden, model.coefs_[0]),
    "named-hidden-bias.csv": (["bias"], hidden, model.intercepts_[:1]),
    "named-classes.csv": (hidden, iris.target_names, model.coefs_[1]),
    "named-classes-bias.csv": (["bias"], iris.target_names, model.intercepts_[1:]),
}
for file, (rows, columns, values) in tables.items():
    with open(file, "w", newline="", encoding="utf-8-sig") as opened:
        writer = csv.writer(opened, delimiter=";", quoting=csv.QUOTE_ALL if "bias" in file else csv.QUOTE_MINIMAL)
        writer.writerow(["", *columns])
        for name, numbers in zip(rows, values):
            writer.writerow([name, *(f"{number:.9g}".replace(".", ",") for number in numbers)])
expect(list(tables), model, inputs, [4, 6, 3], ["tanh", "softmax"])

# Rows for outputs, with blanks between numbers and no biases.
for i, w in enumerate(model.coefs_):
    np.savetxt(f"turned-{i + 1}.txt", w.T, fmt="%.9g", header="rows are outputs")
    model.intercepts_[i] = np.zeros_like(model.intercepts_[i])
expect(["turned-1.txt", "turned-2.txt"], model, inputs, [4, 6, 3], ["tanh", "softmax"])

json.dump(expected, open("expected.json", "w"))

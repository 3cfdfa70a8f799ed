"""Writes what scikit-learn 1.2 has of a perceptron as JSON, and what it gives for inputs, into expected.json. Run it before make.cjs."""
import json
import os

from sklearn.datasets import load_iris
from sklearn.neural_network import MLPClassifier

os.chdir(os.path.dirname(os.path.abspath(__file__)))
iris = load_iris()
inputs = iris.data[::60]
model = MLPClassifier((16, 8), max_iter=150, random_state=0).fit(iris.data, iris.target)
outputs = model.predict_proba(inputs).tolist()
common = dict(layers=[4, 16, 8, 3], activations=["relu", "relu", "softmax"], inputs=inputs.tolist(), outputs=outputs)

coefs, intercepts = ([a.tolist() for a in arrays] for arrays in (model.coefs_, model.intercepts_))
with open("iris-sklearn.json", "w") as file:
    json.dump(
        dict(coefs=coefs, intercepts=intercepts, activation=model.activation, out_activation=model.out_activation_),
        file,
    )
# As model.get_weights() of Keras has them.
with open("iris-list.json", "w") as file:
    json.dump([array for pair in zip(coefs, intercepts) for array in pair], file)
with open("expected.json", "w") as file:
    json.dump({"iris-sklearn.json": common, "iris-list.json": common}, file)

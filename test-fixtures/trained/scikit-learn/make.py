"""Writes the files beside it by scikit-learn 1.2, pickle and joblib themselves, and expected.json with what scikit-learn's own prediction gives.

Run by Debian's python3 with python3-sklearn and python3-joblib.
"""
import json
import os
import pickle
import warnings

import joblib
import numpy as np
from sklearn.cluster import KMeans
from sklearn.datasets import load_iris
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

os.chdir(os.path.dirname(os.path.abspath(__file__)))
warnings.simplefilter('ignore')
iris = load_iris()
names = iris.target_names[iris.target]
inputs = iris.data[::40]
corners = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
expected = {}


def expect(name, layers, activations, values, outputs):
    expected[name] = {
        'layers': layers,
        'activations': activations,
        'inputs': np.asarray(values).tolist(),
        'outputs': np.asarray(outputs).reshape(len(values), -1).tolist(),
    }


def classifier(hidden, **options):
    # This solver keeps nothing of its own beside the weights.
    return MLPClassifier(hidden, solver='lbfgs', max_iter=40, random_state=0, **options)


model = classifier((6, 5)).fit(iris.data, names)
for protocol in (0, 1, 2, 4, 5):
    with open(f'iris-{protocol}.pkl', 'wb') as file:
        pickle.dump(model, file, protocol=protocol)
joblib.dump(model, 'iris.joblib')
joblib.dump(model, 'iris.joblib.gz', compress=('gzip', 3))
joblib.dump(model, 'iris.joblib.z', compress=3)
for name in [f'iris-{protocol}.pkl' for protocol in (0, 1, 2, 4, 5)] + ['iris.joblib', 'iris.joblib.gz', 'iris.joblib.z']:
    expect(name, [4, 6, 5, 3], ['relu', 'relu', 'softmax'], inputs, model.predict_proba(inputs))

adam = MLPClassifier((3,), activation='tanh', max_iter=5, random_state=0).fit(iris.data, iris.target)
joblib.dump(adam, 'adam.joblib')
expect('adam.joblib', [4, 3, 3], ['tanh', 'softmax'], inputs, adam.predict_proba(inputs))

xor = classifier((4,), activation='tanh').fit(corners, [0, 1, 1, 0])
joblib.dump(xor, 'xor.joblib')
expect('xor.joblib', [2, 4, 1], ['tanh', 'sigmoid'], corners, xor.predict_proba(corners)[:, 1])

# Single precision, Fortran's order, big-endian, without joblib.
regressor = MLPRegressor((3,), activation='logistic', solver='lbfgs', max_iter=40, random_state=0)
regressor.fit(iris.data[:, :2].astype(np.float32), iris.data[:, 2:].astype(np.float32))
regressor.coefs_ = [np.asfortranarray(coefs.astype('>f4')) for coefs in regressor.coefs_]
with open('fortran.pkl', 'wb') as file:
    pickle.dump(regressor, file)
joblib.dump(regressor, 'fortran.joblib')
for name in ('fortran.pkl', 'fortran.joblib'):
    expect(name, [2, 3, 2], ['sigmoid', 'linear'], inputs[:, :2], regressor.predict(inputs[:, :2]))

pipeline = make_pipeline(StandardScaler(), PCA(3), classifier((4,))).fit(iris.data, names)
joblib.dump(pipeline, 'pipeline.joblib')
reduced = pipeline[:-1].transform(inputs)
expect('pipeline.joblib', [3, 4, 3], ['relu', 'softmax'], reduced, pipeline.predict_proba(inputs))

scaled = make_pipeline(StandardScaler(), classifier((4,))).fit(iris.data, names)
# As fit does with a table of pandas.
scaled[0].feature_names_in_ = np.array(iris.feature_names, dtype=object)
scaled[1].classes_ = scaled[1].classes_.astype(object)
search = GridSearchCV(scaled, {'mlpclassifier__alpha': [0.1]}, cv=2)
search.best_estimator_ = scaled
joblib.dump(search, 'search.joblib')
expect('search.joblib', [4, 4, 3], ['relu', 'softmax'], scaled[0].transform(inputs), scaled[1].predict_proba(scaled[0].transform(inputs)))

joblib.dump({'scaler': StandardScaler().fit(corners), 'model': xor}, 'dictionary.joblib')
expect('dictionary.joblib', [2, 4, 1], ['tanh', 'sigmoid'], corners, xor.predict_proba(corners)[:, 1])

logistic = LogisticRegression(max_iter=200).fit(iris.data, names)
joblib.dump(logistic, 'logistic.joblib')
expect('logistic.joblib', [4, 3], ['softmax'], inputs, logistic.predict_proba(inputs))
binary = LogisticRegression().fit(iris.data[:100], iris.target[:100])
joblib.dump(binary, 'logistic-binary.joblib')
expect('logistic-binary.joblib', [4, 1], ['sigmoid'], inputs, binary.predict_proba(inputs)[:, 1])
linear = LinearRegression().fit(iris.data[:, :3], iris.data[:, 3])
joblib.dump(linear, 'linear.joblib')
expect('linear.joblib', [3, 1], ['linear'], inputs[:, :3], linear.predict(inputs[:, :3]))

# Matrices of somebody's own.
rng = np.random.default_rng(0)
own = {'W1': rng.normal(size=(2, 3)), 'b1': rng.normal(size=3), 'W2': rng.normal(size=(3, 1)), 'b2': rng.normal(size=(1, 1))}
with open('own.pkl', 'wb') as file:
    pickle.dump(own, file)
expect('own.pkl', [2, 3, 1], ['tanh', 'linear'], corners, np.tanh(corners @ own['W1'] + own['b1']) @ own['W2'] + own['b2'])

# Files that are to be refused.
joblib.dump(RandomForestClassifier(2, max_depth=2, random_state=0).fit(iris.data, names), 'refused-forest.joblib')
joblib.dump(KMeans(2, n_init=1, random_state=0).fit(corners), 'refused-means.joblib')
joblib.dump(MLPClassifier((3,)), 'refused-untrained.joblib')
joblib.dump(xor, 'refused.joblib.bz2', compress=('bz2', 3))
joblib.dump(xor, 'refused.joblib.xz', compress=('xz', 3))
joblib.dump(xor, 'refused.joblib.lzma', compress=('lzma', 3))
with open('refused-text.pkl', 'wb') as file:
    pickle.dump(['some', 'words'], file)

with open('expected.json', 'w') as file:
    json.dump(expected, file)

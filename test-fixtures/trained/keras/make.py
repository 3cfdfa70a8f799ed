"""Writes the fixtures of this folder with h5py and zipfile, laid out as Keras 1.2, 2.15 and 3.9 lay out their files (Keras
itself is no package of Debian), and expected.json with what numpy computes forwards. Run: /usr/bin/python3 make.py"""

import io
import json
import os
import zipfile

import h5py
import numpy as np

os.chdir(os.path.dirname(os.path.abspath(__file__)))
rng = np.random.default_rng(11)
expected = {}

ACTIVATIONS = {
    "linear": lambda x: x,
    "relu": lambda x: np.maximum(x, 0),
    "leakyrelu": lambda x: np.where(x < 0, 0.3 * x, x),
    "tanh": np.tanh,
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "softmax": lambda x: np.exp(x - x.max(-1, keepdims=True)) / np.exp(x - x.max(-1, keepdims=True)).sum(-1, keepdims=True),
}


def dense(inputs, outputs):
    return {
        "kernel": rng.normal(size=(inputs, outputs)).astype("f4"),
        "bias": rng.normal(size=outputs).astype("f4"),
    }


def normalisation(size):
    return {
        "gamma": rng.uniform(0.5, 2, size).astype("f4"),
        "beta": rng.normal(size=size).astype("f4"),
        "moving_mean": rng.normal(size=size).astype("f4"),
        "moving_variance": rng.uniform(0.5, 2, size).astype("f4"),
    }


def apply_dense(x, layer, activation="linear"):
    return ACTIVATIONS[activation](x @ layer["kernel"].astype("f8") + layer.get("bias", np.zeros(1)).astype("f8"))


def apply_normalisation(x, layer, epsilon):
    layer = {name: values.astype("f8") for name, values in layer.items()}
    scaled = (x - layer["moving_mean"]) / np.sqrt(layer["moving_variance"] + epsilon)
    return scaled * layer.get("gamma", 1) + layer.get("beta", 0)


def expect(file, layers, activations, forward):
    inputs = rng.normal(size=(3, layers[0]))
    expected[file] = {
        "layers": layers,
        "activations": activations,
        "inputs": inputs.tolist(),
        "outputs": forward(inputs).tolist(),
    }


def entry(class_name, name, **config):
    return {"class_name": class_name, "config": {"name": name, "trainable": True, **config}}


def dense_entry(name, units, activation="linear", **more):
    return entry("Dense", name, units=units, activation=activation, use_bias=True, **more)


def write_weights(group, layers, naming="{layer}/{weight}:0"):
    """As Keras 1 and 2 do: a group a layer, and lists of names in attributes."""
    group.attrs["layer_names"] = [name.encode() for name, _ in layers]
    group.attrs["backend"] = b"tensorflow"
    for layer, weights in layers:
        inner = group.create_group(layer)
        names = [naming.format(layer=layer, weight=weight) for weight in weights]
        inner.attrs["weight_names"] = [name.encode() for name in names]
        for name, values in zip(names, weights.values()):
            inner.create_dataset(name, data=values)


def write_model(file, config, layers, version="2.15.0", **naming):
    with h5py.File(file, "w") as h5:
        h5.attrs["keras_version"] = version.encode()
        h5.attrs["backend"] = b"tensorflow"
        h5.attrs["model_config"] = json.dumps(config).encode()
        write_weights(h5.create_group("model_weights"), layers, **naming)


# Keras 2, sequential: a batch normalisation behind an activation, one directly behind a dense layer, an Activation of its own.
hidden, bn_1, second, bn_2, out = dense(4, 6), normalisation(6), dense(6, 5), normalisation(5), dense(5, 3)
write_model(
    "sequential-2.h5",
    {
        "class_name": "Sequential",
        "config": {
            "name": "sequential",
            "layers": [
                entry("InputLayer", "input_1", batch_input_shape=[None, 4]),
                dense_entry("hidden", 6, "tanh"),
                entry("BatchNormalization", "bn_1", axis=[1], epsilon=0.01, center=True, scale=True),
                entry("Dropout", "dropout", rate=0.2),
                dense_entry("second", 5),
                entry("BatchNormalization", "bn_2", axis=[1], center=True, scale=True),
                entry("Activation", "activation", activation="relu"),
                dense_entry("out", 3, "softmax"),
            ],
        },
    },
    [("input_1", {}), ("hidden", hidden), ("bn_1", bn_1), ("dropout", {}), ("second", second), ("bn_2", bn_2), ("activation", {}), ("out", out)],
)


def sequential_2(x):
    x = apply_normalisation(apply_dense(x, hidden, "tanh"), bn_1, 0.01)
    x = ACTIVATIONS["relu"](apply_normalisation(apply_dense(x, second), bn_2, 0.001))
    return apply_dense(x, out, "softmax")


expect("sequential-2.h5", [4, 6, 5, 3], ["tanh", "relu", "softmax"], sequential_2)

# Keras 1: the configuration is a list, weights are called after their layer.
one, two = dense(2, 4), dense(4, 1)
write_model(
    "sequential-1.h5",
    {
        "class_name": "Sequential",
        "config": [
            entry("Dense", "dense_1", output_dim=4, input_dim=2, activation="tanh", bias=True, batch_input_shape=[None, 2]),
            entry("Dense", "dense_2", output_dim=1, input_dim=4, activation="sigmoid", bias=True),
        ],
    },
    [(f"dense_{i + 1}", {"W": layer["kernel"], "b": layer["bias"]}) for i, layer in enumerate((one, two))],
    version="1.2.1",
    naming="{layer}_{weight}",
)
expect(
    "sequential-1.h5", [2, 4, 1], ["tanh", "sigmoid"], lambda x: apply_dense(apply_dense(x, one, "tanh"), two, "sigmoid")
)

# Keras 2, functional: the layers listed out of order, inbound_nodes as lists; an activation that is an object.
first, last = dense(3, 5), {"kernel": rng.normal(size=(5, 2)).astype("f4")}


def functional(class_name, name, source=None, **config):
    nodes = [] if source is None else [[[source, 0, 0, {}]]]
    return {**entry(class_name, name, **config), "name": name, "inbound_nodes": nodes}


write_model(
    "functional-2.h5",
    {
        "class_name": "Functional",
        "config": {
            "name": "model",
            "layers": [
                functional("InputLayer", "measured", batch_input_shape=[None, 3]),
                functional("Dense", "last", "noise", units=2, use_bias=False, activation="linear"),
                functional("GaussianNoise", "noise", "first", stddev=0.1),
                functional("Dense", "first", "measured", units=5, activation={"class_name": "LeakyReLU", "config": {"alpha": 0.3}}),
            ],
            "input_layers": [["measured", 0, 0]],
            "output_layers": [["last", 0, 0]],
        },
    },
    [("measured", {}), ("last", last), ("noise", {}), ("first", first)],
)
expect(
    "functional-2.h5",
    [3, 5, 2],
    ["leakyrelu", "linear"],
    lambda x: apply_dense(apply_dense(x, first, "leakyrelu"), last),
)

# Weights alone of Keras 2, in an order that is not that of the alphabet; an activation behind the batch normalisation.
with h5py.File("weights-2.h5", "w") as h5:
    write_weights(h5, [("input_1", {}), ("zeta", hidden), ("bn", bn_1), ("alpha", second)])
expect(
    "weights-2.h5",
    [4, 6, 5],
    ["tanh", "linear"],
    lambda x: apply_dense(np.tanh(apply_normalisation(apply_dense(x, hidden), bn_1, 0.001)), second),
)

# The network of sequential-1.h5, stored in other ways: in compressed chunks with a checksum, big-endian, in half precision; in the newest format
# (which keeps the time of writing, so that latest.h5 differs from run to run).
with h5py.File("packed.h5", "w") as h5:
    h5.attrs["model_config"] = json.dumps(
        {"class_name": "Sequential", "config": {"layers": [dense_entry("one", 4, "tanh"), dense_entry("two", 1, "sigmoid")]}}
    )
    packing = {"compression": "gzip", "shuffle": True, "fletcher32": True}
    h5.create_dataset("model_weights/one/one/kernel:0", data=one["kernel"], chunks=(2, 3), **packing)
    h5.create_dataset("model_weights/one/one/bias:0", data=one["bias"].astype(">f8"))
    h5.create_dataset("model_weights/two/two/kernel:0", data=two["kernel"].astype(">f4"), chunks=(3, 1))
    h5.create_dataset("model_weights/two/two/bias:0", data=two["bias"].astype("f2"))
half = {"kernel": two["kernel"], "bias": two["bias"].astype("f2")}
expect("packed.h5", [2, 4, 1], ["tanh", "sigmoid"], lambda x: apply_dense(apply_dense(x, one, "tanh"), half, "sigmoid"))
with h5py.File("latest.h5", "w", libver="latest") as h5:
    # More than eight attributes, and more than eight links, are kept in a heap.
    for i in range(9):
        h5.attrs[f"note_{i}"] = f"note {i}"
    h5.attrs["model_config"] = json.dumps(
        {"class_name": "Sequential", "config": {"layers": [dense_entry("one", 4, "tanh"), dense_entry("two", 1, "sigmoid")]}}
    )
    for name, layer in (("one", one), ("two", two)):
        for weight, values in layer.items():
            h5.create_dataset(f"model_weights/{name}/{name}/{weight}:0", data=values, chunks=values.shape)
    h5["itself"] = h5["/"]
    for i in range(60):
        h5["model_weights"][f"another name of the first layer {i}"] = h5["model_weights/one"]
expect("latest.h5", [2, 4, 1], ["tanh", "sigmoid"], lambda x: apply_dense(apply_dense(x, one, "tanh"), two, "sigmoid"))


# Keras 3: an archive; layers are called by class and count in the weights.
def variables(group, weights, name=None):
    vars_ = group.create_group("vars")
    if name is not None:
        vars_.attrs["name"] = name
    for i, values in enumerate(weights):
        vars_.create_dataset(str(i), data=values)


def h5_bytes(layers, named, container="layers"):
    file = io.BytesIO()
    with h5py.File(file, "w") as h5:
        group = h5.create_group(container)
        for key, name, weights in layers:
            variables(group.create_group(key), weights.values(), name if named else None)
        variables(h5, [], "sequential" if named else None)
    return file.getvalue()


def write_keras(file, config, weights, version, compression=zipfile.ZIP_STORED):
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in (
            ("metadata.json", json.dumps({"keras_version": version, "date_saved": "2025-05-19@18:57:43"})),
            ("config.json", json.dumps(config)),
            ("model.weights.h5", weights),
        ):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, compression)


def entry_3(class_name, name, source=None, **config):
    nodes = []
    if source is not None:
        tensor = {"class_name": "__keras_tensor__", "config": {"shape": [None, 4], "dtype": "float32", "keras_history": [source, 0, 0]}}
        nodes = [{"args": [tensor], "kwargs": {"training": False}}]
    return {
        "module": "keras.layers",
        **entry(class_name, name, dtype={"module": "keras", "class_name": "DTypePolicy", "config": {"name": "float32"}}, **config),
        "registered_name": None,
        "name": name,
        "inbound_nodes": nodes,
    }


plain_bn = {name: values for name, values in bn_2.items() if name != "gamma"}
write_keras(
    "sequential-3.keras",
    {
        "module": "keras",
        "class_name": "Sequential",
        "config": {
            "name": "sequential",
            "layers": [
                entry_3("InputLayer", "input_layer", batch_shape=[None, 4]),
                entry_3("Dense", "dense_7", units=6, activation="tanh", use_bias=True),
                entry_3("Dense", "dense_8", units=5, activation="linear", use_bias=True),
                entry_3("BatchNormalization", "normal", axis=-1, epsilon=0.001, center=True, scale=False),
                entry_3("LeakyReLU", "leaky_re_lu_3", negative_slope=0.3),
                entry_3("Dense", "dense_9", units=3, activation="softmax", use_bias=True),
            ],
        },
    },
    h5_bytes(
        [
            ("dense", "dense_7", hidden),
            ("dense_1", "dense_8", second),
            ("batch_normalization", "normal", plain_bn),
            ("leaky_re_lu", "leaky_re_lu_3", {}),
            ("dense_2", "dense_9", out),
        ],
        named=True,
    ),
    "3.9.2",
)


def sequential_3(x):
    x = apply_normalisation(apply_dense(apply_dense(x, hidden, "tanh"), second), plain_bn, 0.001)
    return apply_dense(ACTIVATIONS["leakyrelu"](x), out, "softmax")


expect("sequential-3.keras", [4, 6, 5, 3], ["tanh", "leakyrelu", "softmax"], sequential_3)

function = {"module": "builtins", "class_name": "function", "config": "leaky_relu", "registered_name": "function"}
write_keras(
    "functional-3.keras",
    {
        "module": "keras.src.models.functional",
        "class_name": "Functional",
        "config": {
            "name": "functional",
            "layers": [
                entry_3("InputLayer", "measured", batch_shape=[None, 3]),
                entry_3("Rescaling", "rescaling", "measured", scale=1.0, offset=0.0),
                entry_3("Dense", "first", "rescaling", units=5, activation=function, use_bias=True),
                entry_3("Dense", "last", "first", units=2, activation="linear", use_bias=False),
            ],
            "input_layers": ["measured", 0, 0],
            "output_layers": [["last", 0, 0]],
        },
    },
    # As Keras 2.13 calls them, without names, and packed.
    h5_bytes([("dense", "first", first), ("dense_1", "last", last)], named=False, container="_layer_checkpoint_dependencies"),
    "2.13.1",
    zipfile.ZIP_DEFLATED,
)
expect(
    "functional-3.keras",
    [3, 5, 2],
    ["leakyrelu", "linear"],
    lambda x: apply_dense(apply_dense(x, first, "leakyrelu"), last),
)

# Weights alone of Keras 3.
with open("weights-3.weights.h5", "wb") as file:
    file.write(h5_bytes([("dense", "one", one), ("dense_1", "two", two)], named=True))
expect(
    "weights-3.weights.h5", [2, 4, 1], ["tanh", "sigmoid"], lambda x: apply_dense(apply_dense(x, one, "tanh"), two, "sigmoid")
)

with open("expected.json", "w") as file:
    json.dump(expected, file, indent=1)

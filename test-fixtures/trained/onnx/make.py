"""Writes the ONNX files of this folder and expected.json, with Debian's python3-torch 1.13, python3-sklearn 1.2 and
python3-onnx 1.12. `torch-*` are written by torch's exporter and `expected.json` holds torch's own results. Debian has no
skl2onnx and no quantiser: `sklearn-*` and `quantised-*` are put together with onnx's helpers from the operators that
skl2onnx 1.14 and onnxruntime's quantiser write; their results are scikit-learn's, and numpy's for the quantised ones."""
import json
import os
import sys

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from sklearn.datasets import load_digits, load_iris
from sklearn.neural_network import MLPClassifier
from torch import nn

os.chdir(os.path.dirname(os.path.abspath(__file__)))
torch.manual_seed(0)
torch.set_num_threads(1)
rng = np.random.default_rng(0)
expected = {}


def rounded(rows):
    return [[float(f"{value:.7g}") for value in row] for row in np.asarray(rows).tolist()]


def expect(file, layers, activations, inputs, outputs):
    expected[file] = {
        "layers": layers,
        "activations": activations,
        "inputs": np.asarray(inputs).tolist(),
        "outputs": rounded(outputs),
    }


def trained(network, x, y, loss, steps, rate):
    optimiser = torch.optim.Adam(network.parameters(), lr=rate)
    for _ in range(steps):
        optimiser.zero_grad()
        loss(network(x), y).backward()
        optimiser.step()
    return network.eval()


def export(network, file, x, **options):
    torch.onnx.export(network, x[:1], file, input_names=["x"], output_names=["y"], **options)


# What torch writes for a network of its own class.
class Xor(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 4)
        self.fc2 = nn.Linear(4, 1)

    def forward(self, x):
        return torch.sigmoid(self.fc2(torch.tanh(self.fc1(x))))


x = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]])
y = torch.tensor([[0.0], [1], [1], [0]])
xor = trained(Xor(), x, y, nn.functional.binary_cross_entropy, 800, 0.05)
export(xor, "torch-xor.onnx", x)
expect("torch-xor.onnx", [2, 4, 1], ["tanh", "sigmoid"], x, xor(x).detach())

# Shape operations, a normalisation and dropout; once with the weights in a file beside it.
digits = load_digits()
x = torch.tensor(digits.data / 16, dtype=torch.float32)
network = nn.Sequential(
    nn.Flatten(), nn.Linear(64, 12), nn.BatchNorm1d(12), nn.ReLU(), nn.Dropout(0.2), nn.Linear(12, 10), nn.Softmax(1)
)
trained(network, x, torch.tensor(digits.target), lambda p, t: nn.functional.nll_loss(torch.log(p + 1e-9), t), 100, 0.01)
x = x[:4]
export(network, "torch-digits.onnx", x)
expect("torch-digits.onnx", [64, 12, 10], ["relu", "softmax"], x, network(x).detach())
beside = onnx.load("torch-digits.onnx")
if os.path.exists("torch-digits-beside.onnx.data"):
    os.remove("torch-digits-beside.onnx.data")
onnx.save(
    beside,
    "torch-digits-beside.onnx",
    save_as_external_data=True,
    location="torch-digits-beside.onnx.data",
    size_threshold=0,
)
expected["torch-digits-beside.onnx"] = expected["torch-digits.onnx"]

# Activations that torch writes out in several operations, and a size that it works out from the input.
class Activations(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(4, 4, bias=i > 0) for i in range(8)])

    def forward(self, x):
        f = nn.functional
        activations = [f.silu, f.gelu, f.hardswish, f.relu6, f.mish, f.softplus, f.elu, lambda x: f.leaky_relu(x, 0.3)]
        for layer, activation in zip(self.layers, activations):
            x = activation(layer(x.view(x.size(0), -1)))
        return x


network = Activations().eval()
with torch.no_grad():
    for layer in network.layers:
        layer.weight.mul_(3)
x = torch.randn(6, 4)
export(network, "torch-activations.onnx", x, dynamic_axes={"x": {0: "batch"}})
names = ["swish", "gelu", "hardswish", "relu6", "mish", "softplus", "elu", "leakyrelu"]
expect("torch-activations.onnx", [4] * 9, names, x, network(x).detach())


def tensor(name, array):
    return numpy_helper.from_array(np.ascontiguousarray(array), name)


def save(file, nodes, tensors, inputs, outputs, **options):
    graph = helper.make_graph(
        nodes,
        "graph",
        [helper.make_tensor_value_info("X", TensorProto.FLOAT, [None, inputs])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs],
        tensors,
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13), helper.make_opsetid("ai.onnx.ml", 1)], **options), file)


# skl2onnx: coefficients [in, out], a softmax, and behind it the labels and a probability for each of them.
iris = load_iris()
classifier = MLPClassifier((6, 5), max_iter=2000, random_state=0).fit(iris.data, iris.target_names[iris.target])
nodes = [helper.make_node("Cast", ["X"], ["cast_input"], "Cast", to=TensorProto.FLOAT)]
tensors = []
value = "cast_input"
for i, (weights, bias) in enumerate(zip(classifier.coefs_, classifier.intercepts_)):
    tensors += [tensor(f"coefficient{i or ''}", weights.astype("f4")), tensor(f"intercepts{i or ''}", bias.astype("f4")[None])]
    nodes += [
        helper.make_node("MatMul", [value, tensors[-2].name], [f"mul_result{i}"], f"MatMul{i or ''}"),
        helper.make_node("Add", [f"mul_result{i}", tensors[-1].name], [f"add_result{i}"], f"Add{i or ''}"),
    ]
    is_last = i == len(classifier.coefs_) - 1
    value = "out_activations_result" if is_last else f"next_activations{i}"
    nodes.append(helper.make_node("Softmax" if is_last else "Relu", [f"add_result{i}"], [value], axis=1))
tensors += [
    helper.make_tensor("classes", TensorProto.STRING, [3], [str(name).encode() for name in classifier.classes_]),
    tensor("shape_tensor", np.array([-1], "i8")),
]
nodes += [
    helper.make_node("ArgMax", [value], ["argmax_output"], axis=1),
    helper.make_node("ArrayFeatureExtractor", ["classes", "argmax_output"], ["extracted"], domain="ai.onnx.ml"),
    helper.make_node("Reshape", ["extracted", "shape_tensor"], ["output_label"]),
    helper.make_node("ZipMap", [value], ["output_probability"], classlabels_strings=[str(name) for name in classifier.classes_], domain="ai.onnx.ml"),
]
save("sklearn-iris.onnx", nodes, tensors, 4, ["output_label", "output_probability"], producer_name="onnx.helper")
expect("sklearn-iris.onnx", [4, 6, 5, 3], ["relu", "relu", "softmax"], iris.data[::50], classifier.predict_proba(iris.data[::50]))


# Quantised: weights as 8-bit numbers, their scale one for each output and one for all, activations quantised in between.
def quantised(weights, axis):
    scale = (np.abs(weights).max(axis=axis) / 127).astype("f4")
    return np.round(weights / scale).astype("i1"), scale


first, first_scale = quantised(rng.normal(size=(4, 6)).astype("f4"), 0)
second, second_scale = quantised(rng.normal(size=(6, 3)).astype("f4"), None)
bias = rng.integers(-2000, 2000, 6).astype("i4")
nodes = [
    helper.make_node("QuantizeLinear", ["X", "x_scale", "x_zero"], ["x_q"], "QuantizeX"),
    helper.make_node("DequantizeLinear", ["x_q", "x_scale", "x_zero"], ["x_d"], "DequantizeX"),
    helper.make_node("DequantizeLinear", ["w1", "w1_scale", "w1_zero"], ["w1_d"], "DequantizeW1", axis=1),
    helper.make_node("DequantizeLinear", ["b1", "b1_scale"], ["b1_d"], "DequantizeB1", axis=0),
    helper.make_node("Gemm", ["x_d", "w1_d", "b1_d"], ["h"], "first"),
    helper.make_node("Relu", ["h"], ["r"], "relu"),
    # As dynamic quantisation writes it.
    helper.make_node("DynamicQuantizeLinear", ["r"], ["r_q", "r_scale", "r_zero"], "QuantizeR"),
    helper.make_node("MatMulInteger", ["r_q", "w2", "r_zero", "w2_zero"], ["i"], "second"),
    helper.make_node("Cast", ["i"], ["f"], "cast", to=TensorProto.FLOAT),
    helper.make_node("Mul", ["r_scale", "w2_scale"], ["scales"], "scales"),
    helper.make_node("Mul", ["f", "scales"], ["y"], "scale"),
]
b1_scale = first_scale * np.float32(0.02)
tensors = [
    tensor("x_scale", np.float32(0.02)),
    tensor("x_zero", np.int8(0)),
    tensor("w1", first),
    tensor("w1_scale", first_scale),
    tensor("w1_zero", np.zeros(6, "i1")),
    tensor("b1", bias),
    tensor("b1_scale", b1_scale),
    tensor("w2", (second.astype("i2") + 128).astype("u1")),
    tensor("w2_scale", second_scale),
    tensor("w2_zero", np.uint8(128)),
]
save("quantised.onnx", nodes, tensors, 4, ["y"], producer_name="onnx.helper")
x = rng.normal(size=(4, 4)).astype("f4")
hidden = np.maximum(0, x @ (first * first_scale) + bias * b1_scale)
expect("quantised.onnx", [4, 6, 3], ["relu", None], x, hidden @ (second * second_scale))

json.dump(expected, open("expected.json", "w"), separators=(",", ":"))
print(", ".join(f"{file} {os.path.getsize(file)}" for file in sorted(os.listdir("."))), file=sys.stderr)

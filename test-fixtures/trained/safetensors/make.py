"""Writes the safetensors here with torch 1.13 and safetensors 0.8 (pip install safetensors), and what torch gives for inputs."""
import json
import os

import torch
import torch.nn as nn
from safetensors.numpy import save_file as save_numpy
from safetensors.torch import save_file
from sklearn.datasets import load_digits, load_iris

os.chdir(os.path.dirname(os.path.abspath(__file__)))
torch.manual_seed(0)
torch.set_num_threads(1)
expected = {}


def train(model, x, y, steps=120):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
    for _ in range(steps):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
    return model.eval()


def expect(file, model, inputs, sizes, activations):
    with torch.no_grad():
        outputs = model(inputs).tolist()
    expected[file] = dict(layers=sizes, activations=activations, inputs=inputs.tolist(), outputs=outputs)


digits = load_digits()
x = torch.tensor(digits.data / 16, dtype=torch.float32)
model = nn.Sequential(nn.Flatten(), nn.Linear(64, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Linear(16, 10))
train(model, x, torch.tensor(digits.target))
save_file(model.state_dict(), "digits.safetensors", metadata={"format": "pt"})
expect("digits.safetensors", model, x[:2], [64, 16, 10], ["relu", "linear"])

iris = load_iris()
x = torch.tensor(iris.data, dtype=torch.float32)


class Iris(nn.Module):
    """Layers whose names do not say their order."""

    def __init__(self):
        super().__init__()
        self.first = nn.Linear(4, 16)
        self.second = nn.Linear(16, 8, bias=False)
        self.classes = nn.Linear(8, 3)

    def forward(self, x):
        return self.classes(torch.tanh(self.second(torch.tanh(self.first(x)))))


for name, type in (("iris-half", torch.float16), ("iris-brain", torch.bfloat16)):
    model = train(Iris(), x, torch.tensor(iris.target))
    rounded = {key: value.to(type) for key, value in model.state_dict().items()}
    save_file(rounded, f"{name}.safetensors", metadata={"format": "pt"})
    model.load_state_dict({key: value.float() for key, value in rounded.items()})
    expect(f"{name}.safetensors", model, x[::60], [4, 16, 8, 3], ["tanh", "tanh", "linear"])

x = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float64)
model = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 2)).double()
train(model, x, torch.tensor([0, 1, 1, 0]))
save_numpy({f"module.{k}": v.numpy() for k, v in model.state_dict().items()}, "xor-double.safetensors")
expect("xor-double.safetensors", model, x, [2, 4, 2], ["tanh", "linear"])

json.dump(expected, open("expected.json", "w"))

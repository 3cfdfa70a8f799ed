"""Writes the files beside it by PyTorch 1.13 itself, and expected.json with what PyTorch's own forward pass gives.

Run by Debian's python3 with python3-torch and python3-sklearn.
"""
import json
import os

import torch
import torch.nn as nn
from sklearn.datasets import load_digits

os.chdir(os.path.dirname(os.path.abspath(__file__)))
torch.manual_seed(0)
torch.set_num_threads(1)
expected = {}


def expect(name, model, inputs, layers, activations):
    model.eval()
    with torch.no_grad():
        outputs = model(inputs)
    expected[name] = {
        'layers': layers,
        'activations': activations,
        'inputs': inputs.tolist(),
        'outputs': outputs.tolist(),
    }


def trained(model, inputs, targets, loss, epochs):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    for _ in range(epochs):
        optimizer.zero_grad()
        loss(model(inputs), targets).backward()
        optimizer.step()
    return optimizer


class Net(nn.Module):
    """Its activations are in its code alone."""

    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 4)
        self.fc2 = nn.Linear(4, 1)

    def forward(self, x):
        return torch.sigmoid(self.fc2(torch.tanh(self.fc1(x))))


class Reusing(nn.Module):
    """Defines its activation once, behind the layers."""

    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(2, 3)
        self.fc2 = nn.Linear(3, 3)
        self.fc3 = nn.Linear(3, 1)
        self.relu = nn.ReLU()

    def forward(self, x):
        return self.fc3(self.relu(self.fc2(self.relu(self.fc1(x)))))


class Nested(nn.Module):
    """Has its layers in a Sequential, and one more."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(2, 3), nn.LeakyReLU(0.3), nn.Linear(3, 3), nn.Tanh())
        self.head = nn.Linear(3, 2)

    def forward(self, x):
        return self.head(self.body(x))


corners = torch.tensor([[0.0, 0], [0, 1], [1, 0], [1, 1]])
odd = torch.tensor([[0.0], [1], [1], [0]])
xor = Net()
optimizer = trained(xor, corners, odd, nn.functional.binary_cross_entropy, 200)
functional = ['tanh', 'sigmoid']
torch.save(xor.state_dict(), 'xor-state.pt')
torch.save(xor.state_dict(), 'xor-legacy.pth', _use_new_zipfile_serialization=False)
torch.save(
    {'epoch': 3, 'optimizer_state_dict': optimizer.state_dict(), 'model_state_dict': nn.DataParallel(xor).state_dict()},
    'xor-checkpoint.pth',
)
torch.save(xor, 'xor-module.pt')
torch.jit.trace(xor, corners).save('xor-torchscript.pt')
for name in ('xor-state.pt', 'xor-legacy.pth', 'xor-checkpoint.pth', 'xor-module.pt', 'xor-torchscript.pt'):
    expect(name, xor, corners, [2, 4, 1], functional)

# Matrices whose numbers lie in another order or in a part of a storage, as a change of layers by hand leaves them.
wide = torch.randn(6, 5)
views = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 2))
state = {
    '0.weight': wide[:2, 1:4].t(),
    '0.bias': wide[3, ::2],
    '2.weight': wide.t()[1:3, 2:5],
    '2.bias': wide[:2, 4],
}
views.load_state_dict(state)
torch.save(state, 'views.pt')
torch.save(state, 'views-legacy.pt', _use_new_zipfile_serialization=False)
for name in ('views.pt', 'views-legacy.pt'):
    expect(name, views, corners, [2, 3, 2], ['relu', 'linear'])

digits = load_digits()
pixels = torch.tensor(digits.data / 16, dtype=torch.float32)
numbers = torch.tensor(digits.target)
net = nn.Sequential(
    nn.Flatten(), nn.Linear(64, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Dropout(0.2), nn.Linear(16, 10), nn.LogSoftmax(1)
)
trained(net, pixels, numbers, nn.functional.nll_loss, 60)
shown = nn.Sequential(*list(net)[:-1], nn.Softmax(1))
torch.save(shown.state_dict(), 'digits-state.pt')
expect('digits-state.pt', shown, pixels[:3], [64, 16, 10], ['relu', 'softmax'])
torch.save(shown.half().state_dict(), 'digits-half.pt')
expect('digits-half.pt', shown.float(), pixels[:3], [64, 16, 10], ['relu', 'softmax'])

norm = nn.Sequential(
    nn.BatchNorm1d(2), nn.Linear(2, 4, bias=False), nn.BatchNorm1d(4, eps=0.5), nn.Tanh(), nn.Identity(), nn.Linear(4, 3),
    nn.Linear(3, 2),
)
norm(torch.randn(32, 2))
torch.save(norm, 'sequential-module.pt')
expect('sequential-module.pt', norm, corners, [2, 4, 3, 2], ['tanh', 'linear', 'linear'])
plain = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1), nn.Sigmoid())
torch.jit.script(plain).save('sequential-torchscript.pt')
expect('sequential-torchscript.pt', plain, corners, [2, 3, 1], ['relu', 'sigmoid'])
# It has the source text of each class of module.
torch.save(plain, 'sequential-legacy.pt', _use_new_zipfile_serialization=False)
expect('sequential-legacy.pt', plain, corners, [2, 3, 1], ['relu', 'sigmoid'])
torch.save(nn.DataParallel(plain.double()), 'parallel-double.pt')
expect('parallel-double.pt', plain, corners.double(), [2, 3, 1], ['relu', 'sigmoid'])

for name, model, layers, activations in (
    ('reusing-module.pt', Reusing(), [2, 3, 3, 1], ['relu', 'relu', 'linear']),
    ('nested-module.pt', Nested(), [2, 3, 3, 2], ['leakyrelu', 'tanh', 'linear']),
):
    torch.save(model, name)
    expect(name, model, corners, layers, activations)

brain = Net().bfloat16()
torch.save(brain.state_dict(), 'bfloat16-state.pt')
expect('bfloat16-state.pt', brain.float(), corners, [2, 4, 1], functional)

single = nn.Linear(2, 3)
torch.save(single, 'linear-module.pt')
expect('linear-module.pt', single, corners, [2, 3], ['linear'])
torch.save(nn.Sequential(nn.Tanh(), nn.Linear(2, 3)), 'activation-first.pt')

# Files that are to be refused.
torch.save(nn.Sequential(nn.Conv1d(1, 2, 3), nn.Flatten(), nn.Linear(4, 2)), 'refused-convolution.pt')
torch.save(nn.Sequential(nn.Linear(2, 2), nn.LayerNorm(2)), 'refused-layer-norm.pt')
torch.save(nn.Sequential(nn.Linear(2, 2), nn.LSTM(2, 2)), 'refused-lstm.pt')
torch.save(nn.Sequential(nn.utils.weight_norm(nn.Linear(2, 2))), 'refused-weight-norm.pt')
quantised = torch.quantization.quantize_dynamic(Net(), {nn.Linear}, dtype=torch.qint8)
torch.save(quantised.state_dict(), 'refused-quantised.pt')
torch.save(quantised, 'refused-quantised-module.pt')
torch.save({'epoch': 3, 'loss': 0.1}, 'refused-no-weights.pt')
torch.save(nn.Linear(2, 2).to(torch.complex64).state_dict(), 'refused-complex.pt')

with open('expected.json', 'w') as file:
    json.dump(expected, file)

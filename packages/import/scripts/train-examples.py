"""Trains the examples that ship with the package, and writes them with what they give for data that they were not trained on.

Runs with Debian's python3-torch and python3-sklearn: /usr/bin/python3 scripts/train-examples.py && npx biome check --write .
"""

import json
from pathlib import Path

import numpy as np
import torch
from sklearn.datasets import load_digits, load_iris
from sklearn.model_selection import train_test_split
from torch import nn

PACKAGE = Path(__file__).resolve().parent.parent
DECIMALS = 4
# Kept for the tests.
HELD_OUT = 60


def main():
    torch.set_num_threads(1)
    held_out = {}
    for example in (digits(), iris(), xor()):
        name = example.pop('name')
        held_out[name] = example.pop('held_out')
        text = json.dumps(example, ensure_ascii=False)
        (PACKAGE / f'src/examples/{name}.ts').write_text(
            '// Written by scripts/train-examples.py.\n'
            "import type { Example } from './example.ts';\n\n"
            f'export const {name}: Example = {text};\n'
        )
    (PACKAGE.parent.parent / 'test-fixtures/examples.json').write_text(json.dumps(held_out, separators=(',', ':')))


def digits():
    data = load_digits()
    return trained(
        'digits',
        [64, 16, 10],
        split(data.data / 16, data.target),
        inputNames=[f'row {row + 1}, column {column + 1}' for row in range(8) for column in range(8)],
        outputNames=[str(digit) for digit in range(10)],
        sparsity=0.2,
    )


def iris():
    data = load_iris()
    return trained(
        'iris',
        [4, 16, 8, 3],
        split(data.data, data.target),
        inputNames=[name.replace(' (cm)', ' in cm') for name in data.feature_names],
        outputNames=[str(name) for name in data.target_names],
        sparsity=0.02,
    )


def xor():
    inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    targets = np.array([0, 1, 1, 0])
    return trained(
        'xor', [2, 4, 1], (inputs, inputs, targets, targets), inputNames=['a', 'b'], outputNames=['a xor b'], decay=1e-4,
    )  # fmt: skip


def split(inputs, targets):
    return train_test_split(inputs, targets, test_size=0.25, random_state=0, stratify=targets)


def trained(name, sizes, data, *, inputNames, outputNames, sparsity=0, decay=0.001):
    train_inputs, test_inputs, train_targets, test_targets = data
    torch.manual_seed(0)
    linears = [nn.Linear(*pair) for pair in zip(sizes, sizes[1:])]
    network = nn.Sequential(*[part for linear in linears for part in (linear, nn.Tanh())][:-1])
    is_binary = sizes[-1] == 1
    fit(network, linears, torch.tensor(train_inputs).float(), target(train_targets, is_binary),
        nn.BCEWithLogitsLoss() if is_binary else nn.CrossEntropyLoss(), sparsity, decay)  # fmt: skip
    network.append(nn.Sigmoid() if is_binary else nn.Softmax(1))
    network.double()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.copy_(torch.from_numpy(rounded(parameter)))
        outputs = network(torch.tensor(test_inputs).double()).numpy()
    answers = (outputs[:, 0] > 0.5).astype(int) if is_binary else outputs.argmax(1)
    accuracy = float((answers == test_targets).mean())
    print(name, accuracy)
    assert accuracy == 1 if is_binary else accuracy >= 0.95
    for before, after in zip(linears, linears[1:]):
        # A node without connections would lie loose beside the object.
        assert (before.weight.abs().sum(1) * after.weight.abs().sum(0)).min() > 0
    last = 'sigmoid' if is_binary else 'softmax'
    return {
        'name': name,
        'producer': f'torch {torch.__version__}',
        'inputNames': inputNames,
        'outputNames': outputNames,
        'layers': [
            {
                'name': 'output' if number == len(linears) else 'hidden' if len(linears) == 2 else f'hidden {number}',
                'activation': last if number == len(linears) else 'tanh',
                'weights': rounded(linear.weight).tolist(),
                'bias': rounded(linear.bias).tolist(),
            }
            for number, linear in enumerate(linears, 1)
        ],
        'held_out': {
            'inputs': np.round(test_inputs[:HELD_OUT], DECIMALS).tolist(),
            'targets': test_targets[:HELD_OUT].tolist(),
            'outputs': np.round(outputs[:HELD_OUT], 6).tolist(),
        },
    }


def fit(network, linears, inputs, targets, loss_of, sparsity, decay, steps=1500, fastest=0.01):
    """Weights that matter little become 0, and the others do not grow for nothing: a few thick connections stand out."""
    optimizer = torch.optim.Adam(network.parameters())
    for step in range(steps):
        rate = fastest * (1 - 0.9 * step / steps)
        optimizer.param_groups[0]['lr'] = rate
        optimizer.zero_grad()
        loss = loss_of(network(inputs), targets) + decay * sum((linear.weight**2).sum() for linear in linears)
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            for linear in linears:
                linear.weight.copy_(nn.functional.softshrink(linear.weight, rate * sparsity))


def target(targets, is_binary):
    return torch.tensor(targets).float()[:, None] if is_binary else torch.tensor(targets)


def rounded(tensor):
    # Without a negative zero.
    return np.round(tensor.detach().numpy().astype(float), DECIMALS) + 0.0


main()

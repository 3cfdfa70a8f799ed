import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Case } from '../case.ts';
import { NEUROFAB } from '../commands/paths.ts';
import { command } from '../measure/command.ts';

const SIZES = [784, 512, 128, 32, 10];

/** What it costs to read a trained network, beside one that is given as it is drawn. */
export const TRAINED_COMMAND: Case = {
  id: 'trained-command',
  work: 'trained network → STL, whole command',
  network: `${SIZES.join('-')}, ten rows a layer`,
  pace: 'seconds',
  agreement: { triangles: 0, volume: 0 },
  neurofab: command({
    name: 'Neurofab',
    prepare: async (file, folder) => ({
      program: process.execPath,
      args: [NEUROFAB, modelIn(folder), '--quiet', '-o', file],
    }),
  }),
  peers: [
    command({
      name: 'the same as a spec',
      prepare: async (file, folder) => {
        const spec = join(folder, 'drawn.json');
        writeFileSync(
          spec,
          execFileSync(process.execPath, [NEUROFAB, modelIn(folder), '--quiet', '--print-spec']),
        );
        return { program: process.execPath, args: [NEUROFAB, '--spec', spec, '--quiet', '-o', file] };
      },
    }),
  ],
  targets: [{ kind: 'within', of: 'the same as a spec', atLeast: 3, reachFor: 1.2 }],
};

/** Writes a safetensors file with weights that look drawn at random, and gives its path. */
function modelIn(folder: string): string {
  const path = join(folder, 'model.safetensors');
  const header: Record<string, object> = {};
  const tensors: Float32Array[] = [];
  let offset = 0;
  for (const [gap, outputs] of SIZES.slice(1).entries()) {
    const inputs = SIZES[gap]!;
    const weights = Float32Array.from(
      { length: inputs * outputs },
      (_, i) => ((i * 7919) % 2003) / 2003 - 0.5,
    );
    header[`layer${gap}.weight`] = {
      dtype: 'F32',
      shape: [outputs, inputs],
      data_offsets: [offset, offset + weights.byteLength],
    };
    offset += weights.byteLength;
    tensors.push(weights);
  }
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  writeFileSync(path, Buffer.concat([length, text, ...tensors.map(({ buffer }) => Buffer.from(buffer))]));
  return path;
}

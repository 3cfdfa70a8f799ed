import { layout, parseNetworkSpec, shells } from '@neurofab/core';
import { fused } from '@neurofab/solid';
import { describe, expect, it } from 'vitest';
import { CommandError } from '../src/errors.ts';
import { type Disk, largeFileWarnings } from '../src/large-files.ts';
import { FORMATS } from '../src/main.ts';
import type { Output } from '../src/plan-outputs.ts';
import { shortSize } from '../src/table.ts';

const [THREE_MF, STL] = FORMATS;

/** 4 million connections of 384 triangles, and some nodes. */
const HUGE = layout(parseNetworkSpec({ layers: [2000, 2000], resolution: { segments: 97 } }));
const SMALL = layout(parseNetworkSpec({ layers: [2, 2], resolution: { segments: 8 } }));

const ROOMY: Disk = { id: 1, freeBytes: 1e15 };

function output(path: string, more: Partial<Output> = {}): Output {
  const target = { kind: 'file', path: `/there/${path}` } as const;
  return { path, target, format: STL!, backend: STL!.backend, bodies: shells, ...more };
}

describe('large files', () => {
  it('of shells are told before, with their size', async () => {
    const diskOf = async () => ROOMY;
    expect(await largeFileWarnings(HUGE, [output('x.stl')], { diskOf })).toEqual([
      'x.stl: Will hold 79 GB; FAT32 disks and many slicers take less than 4 GB.',
    ]);
    expect(await largeFileWarnings(SMALL, [output('x.stl')], { diskOf })).toEqual([]);
  });

  it('are refused when the disk has less room, all of one disk together', async () => {
    const { triangles } = await shells(SMALL);
    const bytes = 84 + 50 * triangles;
    const asked: string[] = [];
    const disk = (freeBytes: number | undefined) => ({
      diskOf: async (folder: string) => {
        asked.push(folder);
        return { id: 7, freeBytes };
      },
    });
    expect(await largeFileWarnings(SMALL, [output('x.stl')], disk(bytes))).toEqual([]);
    expect(asked).toEqual(['/there']);
    await expect(largeFileWarnings(SMALL, [output('x.stl')], disk(bytes - 1))).rejects.toThrow(CommandError);
    await expect(largeFileWarnings(SMALL, [output('x.stl'), output('y.stl')], disk(bytes))).rejects.toThrow(
      /^x\.stl and 1 more: Would hold 0 MB, but the disk has 0 MB free\./,
    );
    await expect(largeFileWarnings(HUGE, [output('x.stl')], disk(12e9))).rejects.toThrow(
      'x.stl: Would hold 79 GB, but the disk has 12 GB free. A coarser resolution or fewer nodes take less.',
    );
    // Some do not say.
    expect(await largeFileWarnings(SMALL, [output('x.stl')], disk(undefined))).toEqual([]);
  });

  it('count one part where they hold one', async () => {
    const part = SMALL.parts.findIndex(({ name }) => name === 'layer 1');
    const nodes = SMALL.pieces[0]!.nodes.filter((node) => node.part === part);
    const bytes = 84 + 50 * 2 * nodes.reduce((sum, { segments }) => sum + segments * 3, 0);
    const file = output('x-layer-1.stl', { part });
    const free = (freeBytes: number) => ({ diskOf: async () => ({ id: 1, freeBytes }) });
    expect(await largeFileWarnings(SMALL, [file], free(bytes))).toEqual([]);
    await expect(largeFileWarnings(SMALL, [file], free(bytes - 1))).rejects.toThrow(CommandError);
  });

  it('are not asked after where their size is not known or nothing is stored', async () => {
    const diskOf = () => Promise.reject(new Error('It asks.'));
    const others = [
      output('x.stl', { bodies: fused }),
      output('x.3mf', { format: THREE_MF! }),
      output('-', { target: { kind: 'stdout' } }),
      output('pipe', { target: { kind: 'special', path: '/there/pipe' } }),
    ];
    expect(await largeFileWarnings(HUGE, others, { diskOf })).toEqual([]);
  });

  it('ask the system how much room there is', async () => {
    const here = output('x.stl', { target: { kind: 'file', path: import.meta.filename } });
    expect(await largeFileWarnings(SMALL, [here])).toEqual([]);
    // 800 billion triangles: more than any disk holds, and any STL.
    const endless = { ...STL!, maxTriangles: Infinity };
    const scene = layout(
      parseNetworkSpec({ layers: [10_000, 10_000, 10_000], resolution: { segments: 999 } }),
    );
    await expect(largeFileWarnings(scene, [{ ...here, format: endless }])).rejects.toThrow(
      /^x\.stl: Would hold [\d,]+ GB, but the disk has [\d,.]+ [MG]B free\./,
    );
    expect(await largeFileWarnings(scene, [here])).toEqual([]);
  });
});

it('says sizes in short', () => {
  expect([0, 84, 1.25e6, 75e6, 999e6, 4e9, 7.46e9, 75.4e9, 5.1e13].map(shortSize)).toEqual([
    '0 MB',
    '0 MB',
    '1.3 MB',
    '75 MB',
    '999 MB',
    '4 GB',
    '7.5 GB',
    '75 GB',
    '51,000 GB',
  ]);
});

import { type Asked, planJob } from '@neurofab/job';
import { shortSize } from '@neurofab/words';
import { describe, expect, it } from 'vitest';
import { CommandError } from '../src/errors.ts';
import { type Disk, refuseFullDisk } from '../src/files/disk-room.ts';
import type { PlacedFile } from '../src/files/outputs.ts';

/** 4 million connections of 384 triangles, and some nodes. */
const HUGE: Asked = { network: { layers: [2000, 2000], resolution: { segments: 97 } }, shells: true };
const SMALL: Asked = { network: { layers: [2, 2], resolution: { segments: 8 } }, shells: true };

/** The files of a plan, each in its place. */
function placed(asked: Asked, ...names: string[]): PlacedFile[] {
  const { files } = planJob({ ...asked, outputs: names.map((name) => ({ name, format: 'stl' })) });
  return files.map((file) => ({
    file,
    path: file.name,
    target: { kind: 'file', path: `/there/${file.name}` },
  }));
}

function bytesOf(files: readonly PlacedFile[]): number {
  return files.reduce((sum, { file }) => sum + file.bytes!, 0);
}

describe('a disk with too little room', () => {
  it('is refused, for all files on it together', async () => {
    const files = placed(SMALL, 'x.stl', 'y.stl');
    const bytes = bytesOf(files);
    const asked: string[] = [];
    const disk = (freeBytes: number | undefined) => ({
      diskOf: async (folder: string): Promise<Disk> => {
        asked.push(folder);
        return { id: 7, freeBytes };
      },
    });
    await refuseFullDisk(files, disk(bytes));
    expect(asked).toEqual(['/there', '/there']);
    await expect(refuseFullDisk(files, disk(bytes - 1))).rejects.toThrow(CommandError);
    await expect(refuseFullDisk(files, disk(bytes - 1))).rejects.toThrow(
      /^x\.stl and 1 more: Would hold 0 MB, but the disk has 0 MB free\./,
    );
    await refuseFullDisk(files.slice(1), disk(bytes / 2));
    await expect(refuseFullDisk(placed(HUGE, 'x.stl'), disk(12e9))).rejects.toThrow(
      'x.stl: Would hold 79 GB, but the disk has 12 GB free. A coarser resolution or fewer nodes take less.',
    );
    // Some do not say.
    await refuseFullDisk(files, disk(undefined));
  });

  it('is asked after only where a size is known and something is stored', async () => {
    const diskOf = () => Promise.reject(new Error('It asks.'));
    const [file] = placed(HUGE, 'x.stl');
    await refuseFullDisk(placed({ ...SMALL, shells: false }, 'x.stl'), { diskOf });
    await refuseFullDisk([{ ...file!, target: { kind: 'stdout' } }], { diskOf });
    await refuseFullDisk([{ ...file!, target: { kind: 'special', path: '/there/pipe' } }], { diskOf });
    await expect(refuseFullDisk([file!], { diskOf })).rejects.toThrow('It asks.');
  });

  it('is found by asking the system', async () => {
    const [file] = placed(SMALL, 'x.stl');
    const here = { ...file!, target: { kind: 'file', path: import.meta.filename } } as const;
    await refuseFullDisk([here]);
    const endless = { ...here, file: { ...here.file, bytes: 1e20 } };
    await expect(refuseFullDisk([endless])).rejects.toThrow(
      /^x\.stl: Would hold [\d,]+ GB, but the disk has [\d,.]+ [MG]B free\./,
    );
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

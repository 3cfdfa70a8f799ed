import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('takes no arithmetic whose last bit differs between engines', () => {
  const folder = new URL('../src/', import.meta.url);
  const used = readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    if (!name.endsWith('.ts')) return [];
    const source = readFileSync(new URL(name, folder), 'utf8');
    const code = source.replace(/\/\*.*?\*\//gs, '').replace(/\/\/.*/g, '');
    return code.match(/Math\.\w+|\*\*/g) ?? [];
  });
  expect([...new Set(used)].toSorted()).toEqual([
    'Math.PI',
    'Math.ceil',
    'Math.clz32',
    'Math.floor',
    'Math.max',
    'Math.min',
    'Math.round',
    'Math.sqrt',
  ]);
});

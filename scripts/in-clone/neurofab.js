#!/usr/bin/env node
// What `pnpm neurofab` runs in a clone: pnpm finds it from every folder, and leaves the folder as it is.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const clone = fileURLToPath(new URL('../..', import.meta.url));
const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
// Its words go to standard error, since standard output is for what was asked for.
const { status } = spawnSync(process.execPath, [compiler, '-b', clone], { stdio: ['ignore', 2, 2] });
if (status === 0) await import('../../apps/cli/bin/neurofab.js');
else process.exitCode = status ?? 1;

// Writes the package's version into src/version.ts, after `changeset version` has raised it.
import { readFileSync, writeFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const file = new URL('../src/version.ts', import.meta.url);
const before = readFileSync(file, 'utf8');
const line = /^export const VERSION = '.*';$/m;
if (!line.test(before)) throw new Error('src/version.ts has no line "export const VERSION = …".');
writeFileSync(file, before.replace(line, `export const VERSION = '${version}';`));

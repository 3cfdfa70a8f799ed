import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licences of all packages whose modules are in a bundle, as they ask for.
 * @param {readonly string[]} modules Where the modules are.
 * @returns {string}
 */
export function licencesOf(modules) {
  const folders = modules.flatMap(
    (path) => path.match(/^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/) ?? [],
  );
  return [...new Set(folders)]
    .map((path) => {
      const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
      const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file === undefined ? '' : `\n${readFileSync(join(path, file), 'utf8').trim()}\n`;
      return `${name} ${version}, ${license}\n${text}`;
    })
    .sort()
    .join(`\n${'-'.repeat(80)}\n\n`);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licences of all packages whose modules are in a bundle, as they ask for, and of the font if it is.
 * @param {readonly string[]} modules Where the modules are.
 * @returns {string}
 */
export function licencesOf(modules) {
  const folders = modules.flatMap(
    (path) => path.match(/^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/) ?? [],
  );
  return [...[...new Set(folders)].map(licenceOf), ...fontLicence(modules)]
    .sort()
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** @param {string} path */
function licenceOf(path) {
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : `\n${readFileSync(join(path, file), 'utf8').trim()}\n`;
  return `${name} ${version}, ${license}\n${text}`;
}

/**
 * What goes wherever the font goes.
 * @param {readonly string[]} modules
 */
function fontLicence(modules) {
  const [, folder] =
    modules.map((path) => /^(.*)[/\\](?:src|dist)[/\\]bundled[/\\]font-data\./.exec(path)).find(Boolean) ??
    [];
  if (folder === undefined) return [];
  return [`M PLUS Rounded 1c, OFL-1.1\n\n${readFileSync(join(folder, 'OFL.txt'), 'utf8').trim()}\n`];
}

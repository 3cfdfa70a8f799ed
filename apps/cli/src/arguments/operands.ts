import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { quoted } from '@neurofab/words';
import { CommandError } from '../errors.ts';
import type { Io } from '../io.ts';
import { joinLayers } from './layer-advice.ts';

export interface Operands {
  readonly layers: string | undefined;
  readonly models: readonly string[];
}

/** What layers, and what no option, begin with. */
export const LIKE_LAYERS: RegExp = /^-?\d/;

/** What names a file whatever it begins with: by a folder, or an ending with a letter. */
const LIKE_FILE = /^-$|[/\\]|\.\w*[a-z]\w*$/i;

/** LAYERS, in one operand or several of one layer each, or files. Throws a CommandError for what is both or neither. */
export function operandsOf(operands: readonly string[], { cwd }: Io): Operands {
  const isFile = (operand: string) =>
    LIKE_FILE.test(operand) ||
    (operand !== '' && !LIKE_LAYERS.test(operand.trim()) && existsSync(resolve(cwd, operand)));
  const models = operands.filter(isFile);
  if (models.length === operands.length) return { layers: undefined, models };
  if (operands.length === 1) return { layers: operands[0], models };
  if (models.length > 0) {
    const others = operands.filter((operand) => !models.includes(operand));
    throw new CommandError(
      `${models[0]} and ${others.join(' ')} both say which network it is. Leave one of them out; a file to write goes behind --output.`,
    );
  }
  const layers = joinLayers(operands);
  if (layers !== undefined) return { layers, models };
  const stranger = operands.find((operand) => !LIKE_LAYERS.test(operand));
  if (stranger !== undefined) {
    throw new CommandError(
      `Unknown argument ${quoted(stranger)}. There are only layers, numbers such as 3,6,6,4,2 or 3 6 6; a file to write goes behind --output.`,
    );
  }
  throw new CommandError(
    `Too many arguments: ${operands.map(quoted).join(', ')}. Layers are one argument with commas, such as 3,6,6,4,2.`,
  );
}

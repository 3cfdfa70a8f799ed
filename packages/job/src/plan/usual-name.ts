import type { NetworkSpec } from '@neurofab/core';
import { fileStem, layerSizes } from '@neurofab/core/internal';
import { safeFileName } from './safe-file-name.ts';

/** The longest file name that is made of layers. */
const MAX_LENGTH = 95;

export interface UsualNameOptions {
  /** What it is to be called, if somebody said so. */
  readonly asked: string | undefined;
  /** The printer's id. */
  readonly printer: string | undefined;
}

/**
 * What a file is called, without extension: as was asked, less what no file name can hold, or else after the layers or the file of a trained
 * network, the printer and the mode, which goes without saying where neither it nor a printer was named.
 */
export function usualName(spec: NetworkSpec, { asked, printer }: UsualNameOptions): string {
  return safeFileName(asked ?? '') ?? networkName(spec, printer);
}

function networkName({ layers, mode, given, trained }: NetworkSpec, printer: string | undefined): string {
  const named = printer === undefined ? given.mode : mode;
  const ends = [printer, named].filter((end) => end !== undefined);
  const file = safeFileName(fileStem(trained?.file ?? ''));
  if (file !== undefined && file.length <= MAX_LENGTH) return [file, ...ends].join('-');
  const name = ['network', ...layerSizes({ layers }), ...ends].join('-');
  return name.length > MAX_LENGTH ? ['network', layers.length, 'layers', ...ends].join('-') : name;
}

import type { NetworkSpec } from '@neurofab/core';
import { layerSizes } from '@neurofab/core/internal';
import { safeFileName } from './safe-file-name.ts';

/** The longest file name that is made of layers. */
const MAX_LENGTH = 95;

/** What a file is called, without extension: as was asked, less what no file name can hold, or else after the layers. */
export function usualName(spec: NetworkSpec, asked: string | undefined): string {
  return safeFileName(asked ?? '') ?? networkName(spec);
}

function networkName({ layers }: NetworkSpec): string {
  const name = `network-${layerSizes({ layers }).join('-')}`;
  return name.length > MAX_LENGTH ? `network-${layers.length}-layers` : name;
}

import { assembled, layout, parseNetworkSpec, shells } from '@neurofab/core';
import { solids } from '@neurofab/solid';
import { createPreview } from '../../../src/preview/preview.ts';
import { controlPreview } from '../../../src/preview/preview-controls.ts';

const canvas = document.querySelector('canvas')!;
const log: string[] = [];
const preview = createPreview(canvas, {
  onLost: () => log.push('lost'),
  onRestored: () => log.push('restored'),
  onWeak: () => log.push('weak'),
  onFrame: () => log.push('frame'),
});
if (preview) controlPreview(canvas, preview);
Object.assign(globalThis, { preview, log, layout, parseNetworkSpec, shells, solids, assembled });

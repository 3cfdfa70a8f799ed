import { createHash } from 'node:crypto';
import { type BodyMaker, collect, type Scene, type Settings } from '@neurofab/core';
import { solids } from '@neurofab/solid';
import { readThreeMf, type ThreeMf } from '@neurofab/test-kit';
import { type ThreeMfOptions, threeMf } from '../src/index.ts';

export interface Rendering extends ThreeMfOptions {
  readonly bodies?: BodyMaker;
  readonly settings?: Settings;
}

/** The bytes of a file, of solids if nothing else is said. */
export function render(scene: Scene, { bodies = solids, settings, ...format }: Rendering = {}) {
  return collect(threeMf(format).render(scene, { bodies, settings }));
}

/** A file as the strict reader has it. */
export async function renderAndRead(scene: Scene, options: Rendering = {}): Promise<ThreeMf> {
  return readThreeMf(await render(scene, options));
}

/** The text of `3D/3dmodel.model`. */
export function modelText({ files }: ThreeMf): string {
  return new TextDecoder().decode(files[2]!.bytes);
}

/** The text of the document that tells slicers of the parts. */
export function configText({ files }: ThreeMf): string {
  return new TextDecoder().decode(files[3]!.bytes);
}

/** Tells bytes apart. Comparing large arrays one by one takes seconds. */
export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

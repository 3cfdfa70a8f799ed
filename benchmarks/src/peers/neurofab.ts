import { closeSync, openSync, writeSync } from 'node:fs';
import { threeMf } from '@neurofab/backend-3mf';
import { openScad } from '@neurofab/backend-openscad';
import { stl } from '@neurofab/backend-stl';
import { type Body, type BodyMaker, collect, type Part, shells } from '@neurofab/core';
import { findPrinter } from '@neurofab/printers';
import { plan } from '@neurofab/printing';
import { fused, fusedByBooleans, solids } from '@neurofab/solid';
import { measureMeshes } from '../measure/measure-meshes.ts';
import { measureStlFile } from '../measure/measure-stl.ts';
import { measureThreeMf } from '../measure/measure-three-mf.ts';
import { sceneOf } from '../networks.ts';
import { solidBodies } from './solid-bodies.ts';
import { type Prepare, task } from './task.ts';

/** From the spec to an STL file of shells. */
export const shellsToFile: Prepare = async ({ network, file }) =>
  task({
    async work() {
      const target = openSync(file, 'w');
      try {
        for await (const chunk of stl().render(sceneOf(network), { bodies: shells })) writeAll(target, chunk);
      } finally {
        closeSync(target);
      }
    },
    measure: () => measureStlFile(file),
  });

/** From the spec to meshes that a page could draw. */
export const previewMeshes: Prepare = async ({ network }) =>
  task({ work: () => bodiesOf(shells, network), measure: measureMeshes });

/** From the spec to one closed body. */
export const fusedBody: Prepare = async ({ network }) =>
  task({ work: () => bodiesOf(fused, network), measure: measureMeshes });

/** From the spec to disjoint bodies, one a part. */
export const solidParts: Prepare = async ({ network }) =>
  task({ work: () => bodiesOf(solids, network), measure: measureMeshes });

/** From the spec to one closed body by booleans alone, as for what has no other road. */
export const booleanBody: Prepare = async ({ network }) =>
  task({ work: () => bodiesOf(fusedByBooleans, network), measure: measureMeshes });

/** From the meshes of the parts to the bytes of a 3MF. */
export const solidsToThreeMf: Prepare = async ({ network }) => {
  const scene = sceneOf(network);
  const { parts, bodies: made } = await solidBodies(network);
  const bodies = handOut(parts, made);
  return task({ work: () => collect(threeMf().render(scene, { bodies })), measure: measureThreeMf });
};

/** From the spec to the bytes of a 3MF with a closed body a part. */
export const networkToThreeMf: Prepare = async ({ network }) =>
  task({
    work: () => collect(threeMf().render(sceneOf(network), { bodies: solids })),
    measure: measureThreeMf,
  });

/** From the spec to what it takes to print. */
export const printPlan: Prepare = async ({ network }) =>
  task({ work: async () => plan(sceneOf(network), findPrinter('bambu-p1s-ams')!), measure: () => ({}) });

/** From the spec to source. */
export const openScadSource: Prepare = async ({ network }) =>
  task({
    work: () => collect(openScad().render(sceneOf(network))),
    measure: (bytes) => ({ bytes: bytes.length }),
  });

async function bodiesOf(maker: BodyMaker, network: Parameters<typeof sceneOf>[0]) {
  const meshes: Body['mesh'][] = [];
  for await (const { mesh } of await maker(sceneOf(network))) meshes.push(mesh);
  return meshes;
}

function handOut(parts: readonly Part[], bodies: readonly Body[]): BodyMaker {
  const triangles = bodies.reduce((sum, { mesh }) => sum + mesh.indices.length / 3, 0);
  return async () => ({
    triangles,
    parts,
    async *[Symbol.asyncIterator]() {
      yield* bodies;
    },
  });
}

/** A single call may write less than it was given. */
function writeAll(file: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

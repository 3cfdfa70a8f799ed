import { Document, Format, GLB_BUFFER, type GLTF, WebIO } from '@gltf-transform/core';
import { type Recipe, recipeText, VERSION } from '@neurofab/core';
import type { GatheredPart, TakeTurn } from '@neurofab/core/internal';
import { joinMeshes } from './join-meshes.ts';
import { linearColor } from './linear-color.ts';

/** What a file holds. */
export interface FileContent {
  readonly title: string;
  /** What is shown, in words. */
  readonly description: string;
  /** `undefined` where it is no network. */
  readonly recipe: Recipe | undefined;
  readonly parts: readonly GatheredPart[];
}

export interface FileJob {
  readonly turn: TakeTurn;
  /** Told how much of the file is done, from 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/**
 * Vertices are millimetres, the very float32 that were judged, and one node above all parts makes metres of them: to divide
 * them by 1000 would round each again. Viewers, Blender and AR apply a node's scale; none asks for more than that, since the
 * turn to +Y up is in the vertices, where it is exact.
 */
const METRES = 0.001;

/** Between shiny and dull, as printed plastic is. */
const ROUGHNESS = 0.6;

/** How much of the work is over once all of the file is in memory. */
const DOCUMENT_SHARE = 0.8;

/** Chunks of 4 MiB: an abort is heeded between them. */
const CHUNK_BYTES = 2 ** 22;

/** The bytes of a file, made by glTF-Transform; the container is put together here, since its own way copies all twice. */
export async function* fileChunks(
  { title, description, recipe, parts }: FileContent,
  { turn, onProgress }: FileJob,
): AsyncGenerator<Uint8Array> {
  const document = new Document();
  const asset = document.getRoot().getAsset();
  asset.generator = `Neurofab ${VERSION}`;
  // Through the text, so that it holds what reads back from it: no `undefined`, and nothing that is changed later.
  asset.extras = { ...(recipe && JSON.parse(recipeText(recipe))), description };
  const whole = document.createNode(title).setScale([METRES, METRES, METRES]);
  document.getRoot().setDefaultScene(document.createScene(title).addChild(whole));
  const buffer = document.createBuffer();
  for (const [i, gathered] of parts.entries()) {
    await turn();
    const { positions, indices } = joinMeshes(gathered);
    const { name, color } = gathered.part;
    const accessor = (type: GLTF.AccessorType, array: Float32Array<ArrayBuffer> | typeof indices) =>
      document.createAccessor().setType(type).setArray(array).setBuffer(buffer);
    const material = document
      .createMaterial(name)
      .setBaseColorFactor([...linearColor(color), 1])
      .setMetallicFactor(0)
      .setRoughnessFactor(ROUGHNESS);
    const primitive = document
      .createPrimitive()
      .setAttribute('POSITION', accessor('VEC3', positions))
      .setIndices(accessor('SCALAR', indices))
      .setMaterial(material);
    const mesh = document.createMesh(name).addPrimitive(primitive);
    whole.addChild(document.createNode(name).setMesh(mesh));
    onProgress((DOCUMENT_SHARE * (i + 1)) / parts.length);
  }
  const { json, resources } = await new WebIO().writeJSON(document, { format: Format.GLB });
  const binary = resources[GLB_BUFFER]!;
  await turn();
  yield preamble(JSON.stringify(json), binary.length);
  for (let start = 0; start < binary.length; start += CHUNK_BYTES) {
    await turn();
    const end = Math.min(binary.length, start + CHUNK_BYTES);
    yield binary.subarray(start, end);
    onProgress(DOCUMENT_SHARE + ((1 - DOCUMENT_SHARE) * end) / binary.length);
  }
}

/** All that stands before the binary chunk's data, whose length is a multiple of 4: the header, the JSON chunk, and the start of that chunk. */
function preamble(json: string, binaryBytes: number): Uint8Array {
  const text = new TextEncoder().encode(json);
  const textBytes = 4 * Math.ceil(text.length / 4);
  const bytes = new Uint8Array(12 + 8 + textBytes + 8);
  const view = new DataView(bytes.buffer);
  const numbers = (at: number, ...values: number[]) => {
    for (const [i, value] of values.entries()) view.setUint32(at + 4 * i, value, true);
  };
  numbers(0, MAGIC, 2, bytes.length + binaryBytes);
  numbers(12, textBytes, JSON_CHUNK);
  bytes.set(text, 20);
  bytes.fill(0x20, 20 + text.length, 20 + textBytes);
  numbers(20 + textBytes, binaryBytes, BINARY_CHUNK);
  return bytes;
}

const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BINARY_CHUNK = 0x004e4942;

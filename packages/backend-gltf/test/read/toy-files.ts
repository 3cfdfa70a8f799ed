/** A document and the data of the binary chunk. */
export interface Toy {
  // biome-ignore lint/suspicious/noExplicitAny: it is there to be spoiled.
  readonly json: any;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Positions of a tetrahedron of 1, 2 and 3 metres, +Y up. */
export const TETRAHEDRON: readonly number[] = [0, 0, 0, 1, 0, 0, 0, 0, -2, 0, 3, 0];
export const CORNERS: readonly number[] = [0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3];

/** A tetrahedron in a node, red; all else has its default. */
export function toy(): Toy {
  const data = joinData(new Float32Array(TETRAHEDRON), new Uint8Array(CORNERS));
  return {
    json: {
      asset: { version: '2.0' },
      scene: 0,
      scenes: [{ nodes: [0] }],
      nodes: [{ name: 'toy', mesh: 0 }],
      meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1, material: 0 }] }],
      materials: [{ pbrMetallicRoughness: { baseColorFactor: [1, 0, 0, 1] } }],
      accessors: [
        { bufferView: 0, componentType: 5126, count: 4, type: 'VEC3' },
        { bufferView: 1, componentType: 5121, count: 12, type: 'SCALAR' },
      ],
      bufferViews: [
        { buffer: 0, byteLength: 48 },
        { buffer: 0, byteOffset: 48, byteLength: 12 },
      ],
      buffers: [{ byteLength: 60 }],
    },
    data,
  };
}

/** The bytes of arrays, one after another, each from a multiple of four. */
export function joinData(...arrays: readonly (Float32Array | Int16Array | Uint8Array | Uint16Array)[]) {
  const padded = (bytes: number) => 4 * Math.ceil(bytes / 4);
  const data = new Uint8Array(arrays.reduce((sum, { byteLength }) => sum + padded(byteLength), 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    data.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += padded(byteLength);
  }
  return data;
}

/** The file that a toy is; a text stands for the JSON as it is. */
export function fileOf({ json, data }: { readonly json: unknown; readonly data: Uint8Array }): Uint8Array {
  const text = new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json));
  const filled = new Uint8Array(4 * Math.ceil(text.length / 4)).fill(0x20);
  filled.set(text);
  return glbOf(['JSON', filled], ['BIN\0', data]);
}

/** A file of any chunks. */
export function glbOf(...chunks: readonly (readonly [kind: string, data: Uint8Array])[]): Uint8Array {
  const length = 12 + chunks.reduce((sum, [, data]) => sum + 8 + data.length, 0);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  const ascii = (at: number, letters: string) => bytes.set(new TextEncoder().encode(letters), at);
  ascii(0, 'glTF');
  view.setUint32(4, 2, true);
  view.setUint32(8, length, true);
  let at = 12;
  for (const [kind, data] of chunks) {
    view.setUint32(at, data.length, true);
    ascii(at + 4, kind);
    bytes.set(data, at + 8);
    at += 8 + data.length;
  }
  return bytes;
}

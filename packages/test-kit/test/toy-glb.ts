/** A tetrahedron as Neurofab writes it, with its parts laid open. */
export interface ToyGlb {
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into it.
  json: any;
  readonly positions: Float32Array;
  readonly corners: Uint16Array;
}

export function toyGlb(): ToyGlb {
  const part = { name: 'base' };
  return {
    json: {
      asset: { generator: 'toy', version: '2.0', extras: { neurofab: '0.1.0' } },
      scene: 0,
      scenes: [{ name: 'Toy', nodes: [0] }],
      nodes: [
        { name: 'Toy', scale: [0.001, 0.001, 0.001], children: [1] },
        { ...part, mesh: 0 },
      ],
      meshes: [{ ...part, primitives: [{ attributes: { POSITION: 0 }, indices: 1, material: 0 }] }],
      materials: [
        {
          ...part,
          pbrMetallicRoughness: { baseColorFactor: [1, 0.5, 0, 1], metallicFactor: 0, roughnessFactor: 0.6 },
        },
      ],
      accessors: [
        {
          type: 'VEC3',
          componentType: 5126,
          count: 4,
          bufferView: 0,
          min: [0, 0, -2],
          max: [1, 3, 0],
        },
        { type: 'SCALAR', componentType: 5123, count: 12, bufferView: 1 },
      ],
      bufferViews: [
        { buffer: 0, byteOffset: 0, byteLength: 48, target: 34962 },
        { buffer: 0, byteOffset: 48, byteLength: 24, target: 34963 },
      ],
      buffers: [{ byteLength: 72 }],
    },
    positions: new Float32Array([0, 0, 0, 1, 0, 0, 0, 0, -2, 0, 3, 0]),
    corners: new Uint16Array([0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3]),
  };
}

/** The file that a toy is. */
export function bytesOf({ json, positions, corners }: ToyGlb): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(json));
  const textBytes = 4 * Math.ceil(text.length / 4);
  const bytes = new Uint8Array(28 + textBytes + positions.byteLength + corners.byteLength).fill(
    0x20,
    20,
    20 + textBytes,
  );
  const view = new DataView(bytes.buffer);
  const ascii = (at: number, letters: string) => bytes.set(new TextEncoder().encode(letters), at);
  ascii(0, 'glTF');
  view.setUint32(4, 2, true);
  view.setUint32(8, bytes.length, true);
  view.setUint32(12, textBytes, true);
  ascii(16, 'JSON');
  bytes.set(text, 20);
  view.setUint32(20 + textBytes, positions.byteLength + corners.byteLength, true);
  ascii(24 + textBytes, 'BIN\0');
  bytes.set(new Uint8Array(positions.buffer), 28 + textBytes);
  bytes.set(new Uint8Array(corners.buffer), 28 + textBytes + positions.byteLength);
  return bytes;
}

/** What is read of a glTF document; a field that it leaves out has its default. All numbers of things count from 0. */
export interface Gltf {
  readonly asset: { readonly extras?: unknown };
  readonly scene?: number | undefined;
  readonly scenes: readonly { readonly nodes: readonly number[] }[];
  readonly nodes: readonly GltfNode[];
  readonly meshes: readonly GltfMesh[];
  readonly materials: readonly GltfMaterial[];
  readonly accessors: readonly GltfAccessor[];
  readonly bufferViews: readonly GltfBufferView[];
  readonly buffers: readonly GltfBuffer[];
}

export interface GltfNode {
  readonly name?: string | undefined;
  readonly mesh?: number | undefined;
  readonly children: readonly number[];
  /** Sixteen numbers, column by column; in place of the other three. */
  readonly matrix?: readonly number[] | undefined;
  readonly translation: readonly number[];
  /** x, y, z, w. */
  readonly rotation: readonly number[];
  readonly scale: readonly number[];
}

export interface GltfMesh {
  readonly name?: string | undefined;
  readonly primitives: readonly GltfPrimitive[];
}

export interface GltfPrimitive {
  readonly attributes: Readonly<Record<string, number>>;
  readonly indices?: number | undefined;
  readonly material?: number | undefined;
  readonly mode: number;
}

export interface GltfMaterial {
  readonly pbrMetallicRoughness: {
    /** Linear red, green, blue, and opacity. */
    readonly baseColorFactor: readonly number[];
    readonly baseColorTexture?: unknown;
  };
}

export interface GltfAccessor {
  readonly bufferView?: number | undefined;
  readonly byteOffset: number;
  readonly componentType: number;
  readonly normalized: boolean;
  readonly count: number;
  readonly type: string;
  readonly sparse?: GltfSparse | undefined;
}

/** Elements that differ from what the accessor has without them. */
export interface GltfSparse {
  readonly count: number;
  readonly indices: {
    readonly bufferView: number;
    readonly byteOffset: number;
    readonly componentType: number;
  };
  readonly values: { readonly bufferView: number; readonly byteOffset: number };
}

export interface GltfBufferView {
  readonly buffer: number;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly byteStride?: number | undefined;
}

export interface GltfBuffer {
  readonly uri?: string | undefined;
  readonly byteLength: number;
}

import { fileFault } from './file-fault.ts';
import { item, type Source } from './source.ts';

/** The numbers of the kinds of component, as glTF has them. */
const BYTE = 5120;
const UNSIGNED_BYTE = 5121;
const SHORT = 5122;
const UNSIGNED_SHORT = 5123;
const UNSIGNED_INT = 5125;
const FLOAT = 5126;

interface ComponentKind {
  readonly bytes: number;
  readonly read: (view: DataView, at: number) => number;
  /** What stands for 1 where whole numbers are to be fractions. */
  readonly one: number;
}

const COMPONENTS: ReadonlyMap<number, ComponentKind> = new Map([
  [BYTE, { bytes: 1, read: (view, at) => view.getInt8(at), one: 127 }],
  [UNSIGNED_BYTE, { bytes: 1, read: (view, at) => view.getUint8(at), one: 255 }],
  [SHORT, { bytes: 2, read: (view, at) => view.getInt16(at, true), one: 32767 }],
  [UNSIGNED_SHORT, { bytes: 2, read: (view, at) => view.getUint16(at, true), one: 65535 }],
  [UNSIGNED_INT, { bytes: 4, read: (view, at) => view.getUint32(at, true), one: 4294967295 }],
  [FLOAT, { bytes: 4, read: (view, at) => view.getFloat32(at, true), one: 1 }],
]);

/** The vertices of an accessor, three numbers each. The extension KHR_mesh_quantization lets them be whole numbers. */
export function readPositions(source: Source, index: number): Float32Array {
  const positions = new Float32Array(3 * checkedCount(source, index, 'VEC3'));
  readElements(source, index, { into: positions, components: 3 });
  const bad = positions.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0)
    throw fileFault(`Accessor ${index}`, `has the coordinate ${positions[bad]}, but all must be finite`);
  return positions;
}

/** The vertex numbers of an accessor. */
export function readIndices(source: Source, index: number): Uint32Array {
  const indices = new Uint32Array(checkedCount(source, index, 'SCALAR'));
  const { componentType } = item(source.gltf, 'accessors', index);
  checkIndexType(index, componentType);
  readElements(source, index, { into: indices, components: 1 });
  return indices;
}

function checkIndexType(index: number, componentType: number): void {
  if (componentType === UNSIGNED_BYTE || componentType === UNSIGNED_SHORT || componentType === UNSIGNED_INT)
    return;
  throw fileFault(
    `Accessor ${index}`,
    `holds indices of the type ${componentType}, but only 5121, 5123 and 5125 can be indices`,
  );
}

/** Checks all that can be before anything is allocated: a count is believed only if there are bytes for it. */
function checkedCount({ gltf, binary }: Source, index: number, type: string): number {
  const accessor = item(gltf, 'accessors', index);
  if (accessor.type !== type) {
    throw fileFault(`Accessor ${index}`, `is no ${type}, which it is used as`);
  }
  if (accessor.bufferView === undefined && accessor.sparse === undefined) {
    throw fileFault(
      `Accessor ${index}`,
      'has no data: it is damaged, or compressed by an extension that is not read',
    );
  }
  if (accessor.bufferView !== undefined) {
    layoutOf({ gltf, binary }, { ...accessor, bufferView: accessor.bufferView }, TYPES[type]!);
  }
  return accessor.count;
}

const TYPES: Readonly<Record<string, number>> = { SCALAR: 1, VEC3: 3 };

interface Target {
  readonly into: Float32Array | Uint32Array;
  readonly components: number;
}

function readElements(source: Source, index: number, { into, components }: Target): void {
  const { bufferView, sparse, ...accessor } = item(source.gltf, 'accessors', index);
  if (bufferView !== undefined) {
    const layout = layoutOf(source, { ...accessor, bufferView }, components);
    const value = reader(layout, accessor.normalized);
    for (let i = 0; i < accessor.count; i++) {
      for (let k = 0; k < components; k++) into[i * components + k] = value(i, k);
    }
  }
  if (sparse === undefined) return;
  checkIndexType(index, sparse.indices.componentType);
  if (sparse.count > accessor.count) {
    throw fileFault(`Accessor ${index}`, `replaces ${sparse.count} of ${accessor.count} elements`);
  }
  const place = reader(layoutOf(source, { ...sparse.indices, count: sparse.count }, 1), false);
  const { componentType } = accessor;
  const values = { ...sparse.values, componentType, count: sparse.count };
  const value = reader(layoutOf(source, values, components), accessor.normalized);
  for (let i = 0; i < sparse.count; i++) {
    const at = place(i, 0);
    if (at >= accessor.count) {
      throw fileFault(`Accessor ${index}`, `replaces element ${at}, but has ${accessor.count}`);
    }
    for (let k = 0; k < components; k++) into[at * components + k] = value(i, k);
  }
}

interface Elements {
  readonly bufferView: number;
  readonly byteOffset: number;
  readonly componentType: number;
  readonly count: number;
}

/** Where elements stand, all of them within the file. */
interface ElementLayout {
  readonly view: DataView;
  readonly start: number;
  readonly stride: number;
  readonly kind: ComponentKind;
}

function layoutOf({ gltf, binary }: Source, elements: Elements, components: number): ElementLayout {
  const { bufferView: index, byteOffset, componentType, count } = elements;
  const kind = COMPONENTS.get(componentType);
  if (kind === undefined) {
    throw fileFault('An accessor', `has the component type ${componentType}, which glTF does not know`);
  }
  const { buffer: bufferIndex, ...view } = item(gltf, 'bufferViews', index);
  const buffer = item(gltf, 'buffers', bufferIndex);
  if (bufferIndex !== 0 || buffer.uri !== undefined) {
    throw fileFault(
      `Buffer ${bufferIndex}`,
      'is not in the file itself: it needs another file, or an extension',
    );
  }
  if (view.byteOffset + view.byteLength > binary.length) {
    throw fileFault(`Buffer view ${index}`, `ends after the ${binary.length} bytes of data that there are`);
  }
  const size = components * kind.bytes;
  const stride = view.byteStride ?? size;
  if (count > 0 && byteOffset + (count - 1) * stride + size > view.byteLength) {
    throw fileFault(
      `Buffer view ${index}`,
      `has ${view.byteLength} bytes, too few for ${count} elements in them`,
    );
  }
  return {
    view: new DataView(binary.buffer, binary.byteOffset, binary.byteLength),
    start: view.byteOffset + byteOffset,
    stride,
    kind,
  };
}

function reader(
  { view, start, stride, kind }: ElementLayout,
  normalized: boolean,
): (i: number, k: number) => number {
  const { bytes, read, one } = kind;
  if (!normalized) return (i, k) => read(view, start + i * stride + k * bytes);
  // The lowest whole number of a signed kind lies below -1.
  return (i, k) => Math.max(-1, read(view, start + i * stride + k * bytes) / one);
}

/** What Khronos' own validator says of a GLB. */
export interface GltfVerdict {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  /** `'ACCESSOR_MAX_MISMATCH /accessors/0/max/0: …'` */
  readonly messages: readonly string[];
  readonly triangles: number;
}

/** Asks Khronos' validator of glTF, which looks at every vertex and every corner. */
export async function askGltfValidator(bytes: Uint8Array): Promise<GltfVerdict> {
  // Loaded when it is asked: most tests ask something else.
  const { default: validator } = await import('gltf-validator');
  const { issues, info } = await validator.validateBytes(bytes, { format: 'glb', writeTimestamp: false });
  return {
    errors: issues.numErrors,
    warnings: issues.numWarnings,
    infos: issues.numInfos,
    hints: issues.numHints,
    messages: issues.messages.map(({ code, pointer = '', message }) => `${code} ${pointer}: ${message}`),
    triangles: info?.totalTriangleCount ?? 0,
  };
}

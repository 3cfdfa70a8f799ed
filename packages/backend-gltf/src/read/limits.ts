/**
 * How much of a file is read before it is refused. A file that a viewer could load stays far below; one that was made to
 * exhaust a reader is stopped by the first of these that it reaches.
 */
export const READ_LIMITS = {
  /** Bytes of the JSON, which has no meshes in it. Ten thousand nodes with meshes of their own take five million. */
  jsonBytes: 16_777_216,
  /** Bodies, each use of a mesh counted. */
  bodies: 10_000,
  /** Vertices of all accessors that are read, and triangles of all meshes. */
  elements: 100_000_000,
  /** So many may be said of fewer bytes: by accessors that share their bytes, or have none. */
  freeElements: 1_000_000,
  /** Characters of a name. */
  nameLength: 1000,
} as const;

/** What a mesh in millimetres may have as coordinates. */
export const LARGEST_FLOAT32: number = (2 - 2 ** -23) * 2 ** 127;

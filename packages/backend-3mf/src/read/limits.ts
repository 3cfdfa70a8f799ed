/**
 * How much of a file is read before it is refused. A file that a slicer could load stays far below; one that was made
 * to exhaust a reader is stopped by the first of these that it reaches.
 */
export const READ_LIMITS = {
  /** Files in the zip archive. A project of Bambu Studio has some dozens, and one for each object. */
  members: 10_000,
  /**
   * Bytes of all members that are read, unpacked. Slicers hold a member in a buffer of at most 2 GiB, which is some
   * 20 million triangles.
   */
  unpackedBytes: 2_147_483_648,
  /** How much a member may grow. Sound meshes were measured at 9 to 14 times, repeated components at 50. */
  growth: 250,
  /** Up to this size a member may grow as it likes. */
  growthFreeBytes: 1_048_576,
  /** Bytes of one XML document without its meshes. PrusaSlicer's settings take up to 1000 for a part. */
  documentBytes: 8_388_608,
  /** Elements of one XML document without its meshes: fast-xml-parser takes about a second for them. */
  elements: 250_000,
  /** Elements within elements; 3MF has 6. fast-xml-parser itself stops at 100. */
  depth: 50,
  /** Bytes of one tag with all its attributes. */
  tagBytes: 65_536,
  /** Bodies, each repetition by components and build items counted. */
  bodies: 10_000,
  /** Components within components. */
  nesting: 50,
} as const;

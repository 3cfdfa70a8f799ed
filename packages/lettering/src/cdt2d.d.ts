// What is used of cdt2d, which comes without types.
declare module 'cdt2d' {
  type Pair = readonly [number, number];
  interface Options {
    /** Whether to keep triangles outside of what the edges enclose. */
    readonly exterior?: boolean;
  }
  function triangulate(
    points: readonly Pair[],
    edges: readonly Pair[],
    options?: Options,
  ): [number, number, number][];
  export = triangulate;
}

declare module '@jscad/3mf-serializer' {
  import type { Geom3 } from '@jscad/modeling/src/geometries/types';

  /** The bytes of a 3MF, in pieces. */
  export function serialize(options: { readonly compress?: boolean }, ...objects: Geom3[]): ArrayBuffer[];
}

/** A square of samples, row by row from the top, each with the nearest surface that was drawn there. */
export interface Raster {
  readonly size: number;
  /** How near, in samples; -Infinity where nothing is. */
  readonly depths: Float32Array;
  /** 0xRRGGBB, or what else `ColorOf` gives. */
  readonly colors: Uint32Array;
}

/** A raster on which nothing is drawn. */
export function emptyRaster(size: number): Raster {
  const raster = { size, depths: new Float32Array(size * size), colors: new Uint32Array(size * size) };
  clear(raster);
  return raster;
}

/** Makes a raster one on which nothing is drawn. */
export function clear({ depths, colors }: Raster): void {
  depths.fill(-Infinity);
  colors.fill(0);
}

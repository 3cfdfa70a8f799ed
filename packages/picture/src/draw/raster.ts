/** A square of samples, row by row from the top, each with the nearest surface that was drawn there. */
export interface Raster {
  readonly size: number;
  /** How near, in samples; -Infinity where nothing is. */
  readonly depths: Float32Array;
  /** 0xRRGGBB. */
  readonly colors: Uint32Array;
}

/** A raster on which nothing is drawn. */
export function emptyRaster(size: number): Raster {
  return {
    size,
    depths: new Float32Array(size * size).fill(-Infinity),
    colors: new Uint32Array(size * size),
  };
}

import type { Raster } from './raster.ts';

/** From one shade of a colour to the next: no eye sees it, and the picture is a fifth smaller. */
const SHADE = 6;

/**
 * A picture of `size` pixels a side as red, green, blue and opacity, each pixel the mean of its samples: of their light,
 * not of the numbers that stand for it, and of those alone where there is a surface.
 */
export function average(raster: Raster, size: number): Uint8Array {
  const step = raster.size / size;
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let covered = 0;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let row = y * step; row < (y + 1) * step; row++) {
        const start = row * raster.size + x * step;
        for (let i = start; i < start + step; i++) {
          if (raster.depths[i] === -Infinity) continue;
          const color = raster.colors[i]!;
          covered++;
          red += (color >> 16) * (color >> 16);
          green += ((color >> 8) & 255) * ((color >> 8) & 255);
          blue += (color & 255) * (color & 255);
        }
      }
      if (covered === 0) continue;
      const at = (y * size + x) * 4;
      pixels[at] = shade(red / covered);
      pixels[at + 1] = shade(green / covered);
      pixels[at + 2] = shade(blue / covered);
      pixels[at + 3] = Math.round((255 * covered) / (step * step));
    }
  }
  return pixels;
}

function shade(light: number): number {
  return Math.min(255, SHADE * Math.round(Math.sqrt(light) / SHADE));
}

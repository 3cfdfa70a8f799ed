/** The number of layers that a height takes. */
export function wholeLayers(height: number, layerHeight: number): number {
  // What is a whole number already may be a little more in binary.
  return Math.ceil(height / layerHeight - 1e-9);
}

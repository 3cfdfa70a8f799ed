export type { CellBox, Grid, Label, Layer, Layers, LayersOptions } from './layers/layers.ts';
export { layersOf } from './layers/layers-of.ts';
export { type LabelledMesh, layersOfMeshes } from './layers/layers-of-meshes.ts';

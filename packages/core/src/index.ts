export { assembled, assembledBounds } from './files/assembled.ts';
export type { Backend, Body, BodyMaker, BodyStream, JobOptions, RenderOptions } from './files/backend.ts';
export { collect } from './files/backend.ts';
export { type FileBody, FileError, type ModelFile } from './files/model-file.ts';
export { type LayoutOptions, layout } from './layout/layout.ts';
export { COLOR_BY, type ColorBy } from './layout/part-colors.ts';
export { checkMesh, type MeshReport } from './mesh/check-mesh.ts';
export { countTriangles, type Mesh, meshBounds, volume } from './mesh/mesh.ts';
export type { Resolution } from './mesh/resolution.ts';
export { shells } from './mesh/shells.ts';
export { tessellate } from './mesh/tessellate.ts';
export { weldMesh } from './mesh/weld-mesh.ts';
export type { DrawnShare } from './network/drawn-share.ts';
export type { Connection, Connections, Layer, Network, Shown } from './network/network.ts';
export { networkOf } from './network/network-of.ts';
export type { DrawnGap } from './network/thickness.ts';
export type { Placement } from './scene/placement.ts';
export type {
  Bar,
  Bounds,
  ColorBand,
  Cylinder,
  NetworkScene,
  Node,
  Other,
  Part,
  Piece,
  Prism,
  Rod,
  Rods,
  Scene,
  Solid,
  Sphere,
  Vec3,
} from './scene/scene.ts';
export { type HexColor, parseColor } from './spec/color.ts';
export { writtenInFull } from './spec/complete-spec.ts';
export type { LayerInput, LayerSpec } from './spec/layers.ts';
export type { Braille, Lettering, Outline } from './spec/lettering.ts';
export { NETWORK_LIMITS } from './spec/limits.ts';
export { MODES, type Mode } from './spec/modes.ts';
export { networkSpecJsonSchema } from './spec/network-json-schema.ts';
export type {
  BaseSpec,
  ColorsSpec,
  NetworkSpec,
  NetworkSpecInput,
  WeightMatrix,
} from './spec/network-spec.ts';
export { OWN_FIELDS, type OwnValues } from './spec/own-values.ts';
export { type ParseOptions, parseNetworkSpec } from './spec/parse-network-spec.ts';
export { parseOwnValues } from './spec/parse-own-values.ts';
export { NETWORK_DEFAULTS, PRESETS, type Preset, type PresetName } from './spec/presets.ts';
export { parseRecipe, type Recipe, recipeText, type Settings } from './spec/recipe.ts';
export { scaleSpec } from './spec/scale-spec.ts';
export { type Fault, formatFault, SpecError } from './spec/spec-error.ts';
export { specText } from './spec/spec-text.ts';
export { VERSION } from './version.ts';

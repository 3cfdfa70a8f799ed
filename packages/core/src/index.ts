export type { Backend, Body, BodyMaker, BodyStream, JobOptions, RenderOptions } from './files/backend.ts';
export { collect } from './files/backend.ts';
export { type GatheredPart, gatherParts } from './files/gather-parts.ts';
export { type FileBody, FileError, type ModelFile, type Placement } from './files/model-file.ts';
export { IDENTITY, place } from './files/placement.ts';
export { isBaseLoose } from './layout/is-base-loose.ts';
export { type LayoutOptions, layout } from './layout/layout.ts';
export {
  COLOR_BY,
  type ColorBy,
  colorBy,
  countColors,
  fitSlots,
  type PartColors,
} from './layout/part-colors.ts';
export { checkMesh, type MeshReport } from './mesh/check-mesh.ts';
export { findPieces, type MeshPieces } from './mesh/find-pieces.ts';
export { countTriangles, joinBounds, type Mesh, meshBounds, volume } from './mesh/mesh.ts';
export { circleSegments, type Resolution, sphereRings } from './mesh/resolution.ts';
export { countShells, shells } from './mesh/shells.ts';
export { type TessellateOptions, tessellate, triangleCount } from './mesh/tessellate.ts';
export { unitCircle } from './mesh/unit-circle.ts';
export { weldMesh } from './mesh/weld-mesh.ts';
export type { Connection, Connections, Layer, Network, Shown } from './network/network.ts';
export { layerSizes, networkOf } from './network/network-of.ts';
export { type Drawing, type DrawnGap, drawWeights, type Thickness } from './network/thickness.ts';
export type {
  Bounds,
  Cylinder,
  Node,
  Other,
  Part,
  Piece,
  Rod,
  Rods,
  Scene,
  Solid,
  Sphere,
  Vec3,
} from './scene/scene.ts';
export { countSlots, partSolids } from './scene/scene.ts';
export { baseRadiusFor, minBaseRadius, postRadius } from './spec/base.ts';
export { cleanName } from './spec/clean-name.ts';
export { COLOR_NAMES, type HexColor, parseColor } from './spec/color.ts';
export { writtenInFull } from './spec/complete-spec.ts';
export { FIELDS, type Field, type FieldPath, type Kind } from './spec/fields.ts';
export {
  ELLIPSIS,
  type LayerInput,
  type LayerSpec,
  layerFromText,
  layerSize,
  layerText,
  shownCount,
} from './spec/layers.ts';
export { NETWORK_LIMITS } from './spec/limits.ts';
export { fieldNames, networkSpecJsonSchema, networkSpecSchema } from './spec/network-schema.ts';
export {
  type BaseSpec,
  type ColorsSpec,
  isSigned,
  type NetworkSpec,
  type NetworkSpecInput,
  thickestConnection,
  thinnestConnection,
  type WeightMatrix,
} from './spec/network-spec.ts';
export { type ParseOptions, parseNetworkSpec } from './spec/parse-network-spec.ts';
export { NETWORK_DEFAULTS, PRESETS, type Preset, type PresetName } from './spec/presets.ts';
export { parseRecipe, type Recipe, recipeText, type Settings } from './spec/recipe.ts';
export { scaleSpec } from './spec/scale-spec.ts';
export { shortRecipe, shortRecipeKeeps } from './spec/short-recipe.ts';
export { type Fault, formatFault, isObject, SpecError } from './spec/spec-error.ts';
export { formatCount, formatDecimal, formatMeasure } from './text/decimal.ts';
export { parseNumber } from './text/parse-number.ts';
export { readDecimal } from './text/read-decimal.ts';
export { type TakeTurn, takeTurns } from './turns.ts';
export { VERSION } from './version.ts';

export type { Backend, Body, BodyMaker, BodyStream, JobOptions, RenderOptions } from './files/backend.ts';
export { collect } from './files/backend.ts';
export { type FileBody, FileError, type ModelFile, type Placement } from './files/model-file.ts';
export { IDENTITY, place } from './files/placement.ts';
export { COLOR_BY, type ColorBy, colorBy } from './layout/color-by.ts';
export { countColors, fitSlots, withoutRepeats } from './layout/fit-slots.ts';
export { type LayoutOptions, layout, layoutWarnings } from './layout/layout.ts';
export { checkMesh, type MeshReport } from './mesh/check-mesh.ts';
export { countTriangles, joinBounds, type Mesh, meshBounds, volume } from './mesh/mesh.ts';
export { circleSegments, type Resolution, sphereRings } from './mesh/resolution.ts';
export { shells } from './mesh/shells.ts';
export { type TessellateOptions, tessellate, triangleCount } from './mesh/tessellate.ts';
export { unitCircle } from './mesh/unit-circle.ts';
export { weldMesh } from './mesh/weld-mesh.ts';
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
export {
  fieldNames,
  NETWORK_LIMITS,
  type NetworkSpecInput,
  networkSpecJsonSchema,
  networkSpecSchema,
} from './spec/network-schema.ts';
export type { BaseSpec, ColorsSpec, NetworkSpec } from './spec/network-spec.ts';
export { type ParseOptions, parseNetworkSpec } from './spec/parse-network-spec.ts';
export { NETWORK_DEFAULTS, PRESETS, type Preset, type PresetName } from './spec/presets.ts';
export { parseRecipe, type Recipe, recipeText, type Settings } from './spec/recipe.ts';
export { scaleSpec } from './spec/scale-spec.ts';
export { shortRecipe, shortRecipeKeeps } from './spec/short-recipe.ts';
export { type ShortSpec, shortenSpec } from './spec/shorten-spec.ts';
export { type Fault, formatFault, SpecError } from './spec/spec-error.ts';
export { formatCount, formatDecimal } from './text/decimal.ts';
export { readDecimal } from './text/read-decimal.ts';
export { type TakeTurn, takeTurns } from './turns.ts';
export { VERSION } from './version.ts';

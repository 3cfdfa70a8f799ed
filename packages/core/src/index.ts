export type { Backend, Body, BodyMaker, BodyStream, JobOptions, RenderOptions } from './backend.ts';
export { collect } from './backend.ts';
export { baseRadiusFor, minBaseRadius, postRadius } from './base.ts';
export { checkMesh, type MeshReport } from './check-mesh.ts';
export { cleanName } from './clean-name.ts';
export { COLOR_NAMES, type HexColor, parseColor } from './color.ts';
export { COLOR_BY, type ColorBy, colorBy } from './color-by.ts';
export { formatCount, formatDecimal } from './decimal.ts';
export { countColors, fitSlots } from './fit-slots.ts';
export { type LayoutOptions, layout, layoutWarnings } from './layout.ts';
export { countTriangles, joinBounds, type Mesh, meshBounds, volume } from './mesh.ts';
export { type FileBody, FileError, type ModelFile, type Placement } from './model-file.ts';
export {
  fieldNames,
  NETWORK_LIMITS,
  type NetworkSpecInput,
  networkSpecJsonSchema,
  networkSpecSchema,
} from './network-schema.ts';
export type { BaseSpec, ColorsSpec, NetworkSpec } from './network-spec.ts';
export { type ParseOptions, parseNetworkSpec } from './parse-network-spec.ts';
export { IDENTITY, place } from './placement.ts';
export { NETWORK_DEFAULTS, PRESETS, type Preset, type PresetName } from './presets.ts';
export { readDecimal } from './read-decimal.ts';
export { parseRecipe, type Recipe, recipeText, type Settings } from './recipe.ts';
export { circleSegments, type Resolution, sphereRings } from './resolution.ts';
export { scaleSpec } from './scale-spec.ts';
export type { Bounds, Cylinder, Part, Scene, Solid, Sphere, Vec3 } from './scene.ts';
export { countSlots } from './scene.ts';
export { shells } from './shells.ts';
export { shortRecipe, shortRecipeKeeps } from './short-recipe.ts';
export { type ShortSpec, shortenSpec } from './shorten-spec.ts';
export { type Fault, formatFault, SpecError } from './spec-error.ts';
export { type TessellateOptions, tessellate, triangleCount } from './tessellate.ts';
export { type TakeTurn, takeTurns } from './turns.ts';
export { unitCircle } from './unit-circle.ts';
export { VERSION } from './version.ts';
export { weldMesh } from './weld-mesh.ts';

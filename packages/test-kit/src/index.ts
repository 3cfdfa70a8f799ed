export { type NetworkLimits, networks, weightedNetworks } from './arbitraries.ts';
export { askGltfLoader, type LoadedMesh } from './ask-gltf-loader.ts';
export { askGltfValidator, type GltfVerdict } from './ask-gltf-validator.ts';
export { type CuraGcode, type CuraPart, curaEngineGcode } from './cura-engine.ts';
export { deepFreeze } from './deep-freeze.ts';
export { type BackendExpectations, describeBackend, type ReadBack } from './describe-backend.ts';
export { type ChromiumOptions, inChromium } from './in-chromium.ts';
export { type JsonMutation, type JsonMutationOptions, jsonMutations } from './json-mutations.ts';
export { type AskOptions, ask, inFolder, itAsks, type Judge, programPath, type Verdict } from './judge.ts';
export { judgeLayers, type LayerOptions, type LayerVerdict, type Spot } from './judge-layers.ts';
export { askLib3mf, type Lib3mfVerdict } from './lib3mf.ts';
export {
  byteMutations,
  coordinateMutations,
  type Mutation,
  mutate,
  share,
  textMutations,
  xmlMutations,
} from './mutations.ts';
export {
  type OpenScadEngine,
  type OpenScadOptions,
  type OpenScadParameter,
  type OpenScadRendering,
  type OpenScadShape,
  type OpenScadTree,
  openScadParameters,
  openScadTree,
  renderOpenScad,
} from './openscad.ts';
export { type PrusaInfo, type PrusaObject, prusaSlicerInfo, prusaSlicerRoundTrip } from './prusa-slicer.ts';
export { prusaSlicerGcode, type SlicedGcode, type SlicingOptions } from './prusa-slicer-gcode.ts';
export { type PrintOptions, prusaSlicerPrint, type SlicedPrint } from './prusa-slicer-print.ts';
export type { OpenScadPrimitive } from './read-csg.ts';
export { type Extrusion, type Gcode, type GcodeOptions, readGcode } from './read-gcode.ts';
export { type Gif, type GifFrame, readGif } from './read-gif.ts';
export { type Glb, type GlbPart, readGlb } from './read-glb.ts';
export { type Png, readPng } from './read-png.ts';
export { readStl, type Stl } from './read-stl.ts';
export {
  readThreeMf,
  readThreeMfPieces,
  type ThreeMf,
  type ThreeMfMaterial,
  type ThreeMfPiece,
  type ThreeMfPieces,
  type ThreeMfVolume,
} from './read-three-mf.ts';
export { readZip, type ZipFile } from './read-zip.ts';
export { askSavitar, type SavitarNode } from './savitar.ts';
export { type Outline, sliceMesh } from './slice-mesh.ts';

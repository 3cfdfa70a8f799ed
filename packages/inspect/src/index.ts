export {
  type BodyCounts,
  countBody,
  type InspectedBody,
  type Inspection,
  inspectModel,
  sizeOf,
} from './inspect-model.ts';
export { type PlacedMesh, placedMesh } from './placed-mesh.ts';

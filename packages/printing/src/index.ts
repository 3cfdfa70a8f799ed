export type { ExamineOptions, Machine } from './examine/check.ts';
export { examine } from './examine/examine.ts';
export { examineLayers } from './examine/examine-layers.ts';
export { type ExamineMeshesOptions, examineMeshes, type MeshesExamined } from './examine/examine-meshes.ts';
export { examinePurge } from './examine/examine-purge.ts';
export { examineShape } from './examine/examine-shape.ts';
export type { NodePlace, PrintFinding, PrintLevel, PrintRemedy, Where } from './examine/print-finding.ts';
export { changedNetwork } from './examine/remedies.ts';
export { type ThinConnections, thinConnections } from './examine/shape/connections.ts';
export type { CellBox, Grid, Label, Layer, Layers, LayersOptions } from './layers/layers.ts';
export { layersOf } from './layers/layers-of.ts';
export { type LabelledMesh, layersOfMeshes } from './layers/layers-of-meshes.ts';

export { type PlannedSlot, type PlanOptions, type PrintPlan, plan } from './plan/plan.ts';

/** What a spec may hold. */
export const NETWORK_LIMITS = {
  minLayers: 2,
  maxLayers: 100,
  /** Of those that are drawn. */
  maxNodesPerLayer: 10_000,
  /** Nodes of a layer, drawn or not. */
  maxLayerSize: 1_000_000_000,
  maxLayerNameLength: 200,
  /** Between drawn nodes: files keep them in their recipes. */
  maxWeights: 200_000,
  /** Millimetres. */
  minLength: 0.01,
  maxLength: 10_000,
  minTolerance: 0.0001,
  maxTolerance: 10,
  minLayerHeight: 0.02,
  maxLayerHeight: 1,
  maxClearance: 2,
  minSegments: 3,
  maxSegments: 1000,
  maxBaseSegments: 100_000,
  maxNameLength: 1000,
  maxLayerColors: 100,
} as const;

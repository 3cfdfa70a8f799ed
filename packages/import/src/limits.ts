/** What files may hold: beyond it they are refused before anything is allocated. */
export const IMPORT_LIMITS = {
  /** Bytes of all files together, and of what they inflate to. */
  maxBytes: 256_000_000,
  /** Bytes that one member of an archive inflates to. */
  maxMemberBytes: 64_000_000,
  /** Numbers of one tensor. */
  maxNumbers: 20_000_000,
  /** Numbers of all tensors that are read. */
  maxAllNumbers: 40_000_000,
  /** Numbers of a text, which take far more time than those of other files. */
  maxTextNumbers: 5_000_000,
  maxLayers: 64,
  maxTensors: 4096,
  maxZipMembers: 4096,
  maxHdf5Objects: 10_000,
  maxSafetensorsHeaderBytes: 8_000_000,
  maxOnnxNodes: 100_000,
  maxPickleOperations: 5_000_000,
} as const;

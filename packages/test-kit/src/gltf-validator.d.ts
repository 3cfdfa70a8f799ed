// What is used of Khronos' validator, which comes without types.
declare module 'gltf-validator' {
  export interface ValidationIssue {
    readonly code: string;
    readonly message: string;
    /** 0 error, 1 warning, 2 information, 3 hint. */
    readonly severity: number;
    readonly pointer?: string;
  }
  export interface ValidationReport {
    readonly issues: {
      readonly numErrors: number;
      readonly numWarnings: number;
      readonly numInfos: number;
      readonly numHints: number;
      readonly messages: readonly ValidationIssue[];
    };
    readonly info: { readonly totalVertexCount: number; readonly totalTriangleCount: number };
  }
  export function validateBytes(
    data: Uint8Array,
    options?: { readonly format?: 'glb'; readonly maxIssues?: number; readonly writeTimestamp?: boolean },
  ): Promise<ValidationReport>;
}

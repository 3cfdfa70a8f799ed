export const slicerSteps = (_: unknown): string[] => ['Do it.'];

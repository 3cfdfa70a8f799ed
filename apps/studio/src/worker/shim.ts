export const problemText = (f: unknown): string => JSON.stringify(f).slice(0, 120);
export const remedyText = (f: unknown): string => JSON.stringify(f);
export const slicerSteps = (_: unknown): string[] => ['Do it.'];

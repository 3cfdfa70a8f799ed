export const problemText = (f: unknown): string => JSON.stringify(f).slice(0, 120);
export const remedyText = (f: unknown): string => JSON.stringify(f);
export const plateText = (_: unknown): string => 'size';
export const printText = (_: unknown): string => 'takes';
export const colorRows = (_: unknown): { label: string; color: string; names: string }[] => [];
export const mergeText = (_: unknown): string | undefined => undefined;
export const slicerSteps = (_: unknown): string[] => ['Do it.'];

import type { ColorSystem } from '../printer.ts';

/** Nothing that changes filaments. */
export const ONE_COLOR: ColorSystem = { system: 'none', slots: 1 };

/** The profiles of OrcaSlicer. A commit follows rather than a branch: these are the files that the numbers were read from. */
export const ORCA = 'https://github.com/SoftFever/OrcaSlicer/blob';

/** The profile of the Ender-3 V3, which has the classic bed of an Ender-3. */
export const ENDER_3_V3: string = `${ORCA}/71c67861c48cef032f2fae19d9c0766442a287f8/resources/profiles/Creality/machine/Creality%20Ender-3%20V3%200.4%20nozzle.json`;

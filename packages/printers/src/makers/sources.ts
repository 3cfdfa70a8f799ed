/** The profiles of OrcaSlicer. A commit follows rather than a branch: these are the files that the numbers were read from. */
export const ORCA = 'https://github.com/SoftFever/OrcaSlicer/blob';

/** The profile of the Ender-3 V3, which has the classic bed of an Ender-3. */
export const ENDER_3_V3: string = `${ORCA}/71c67861c48cef032f2fae19d9c0766442a287f8/resources/profiles/Creality/machine/Creality%20Ender-3%20V3%200.4%20nozzle.json`;

/** The profiles of resin printers for PrusaSlicer that come with UVtools: the bed is what the display shows. */
export const UVTOOLS =
  'https://github.com/sn4k3/UVtools/blob/7b510f0d0641ac3ded322afd2bb83d0d0a611674/PrusaSlicer/printer';

export { recipeInHeader } from './read-binary-stl.ts';
export { readStl } from './read-stl.ts';
export { MAX_TRIANGLES, stl, stlBytes, stlHeader } from './stl.ts';

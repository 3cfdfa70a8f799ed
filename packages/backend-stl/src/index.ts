export { recipeInHeader } from './read-binary-stl.ts';
export { readStl } from './read-stl.ts';
export { stl, stlHeader } from './stl.ts';

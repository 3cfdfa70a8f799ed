export { readStl } from './read-stl.ts';
export { MAX_TRIANGLES, stl } from './stl.ts';

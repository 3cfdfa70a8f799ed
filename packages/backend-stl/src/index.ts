export { readStl } from './read-stl.ts';
export { stl } from './stl.ts';

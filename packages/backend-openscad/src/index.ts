export { openScad } from './open-scad.ts';
export { readOpenScad } from './read-open-scad.ts';

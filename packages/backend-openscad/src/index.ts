export { openScad } from './open-scad.ts';

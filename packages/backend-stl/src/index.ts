export { stl } from './stl.ts';

export { fused, solids } from './bodies.ts';

export { fused, fusedByBooleans, solids } from './bodies.ts';

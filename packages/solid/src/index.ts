export { fused, fusedByBooleans, fusedBySlot, solids } from './bodies.ts';

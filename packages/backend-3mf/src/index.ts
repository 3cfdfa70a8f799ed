export { FLAVORS, type Flavor } from './flavor.ts';
export { MAX_SLOTS, MAX_TRIANGLES } from './limits.ts';
export { type ReadThreeMfOptions, readThreeMf } from './read/read-three-mf.ts';
export { type ThreeMfOptions, threeMf } from './three-mf.ts';

export { FLAVORS, type Flavor } from './flavor.ts';
export { type ReadThreeMfOptions, readThreeMf } from './read/read-three-mf.ts';
export { MAX_SLOTS, type ThreeMfOptions, threeMf } from './three-mf.ts';

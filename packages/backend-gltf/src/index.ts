export { glb } from './glb.ts';
export { MAX_TRIANGLES } from './limits.ts';
export { readGlb } from './read/read-glb.ts';

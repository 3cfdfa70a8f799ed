export { ask, inFolder, itAsks, type Judge, type Verdict } from './judge.ts';

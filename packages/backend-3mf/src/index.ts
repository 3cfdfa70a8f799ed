export { MAX_SLOTS, threeMf } from './three-mf.ts';

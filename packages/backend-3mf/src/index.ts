export { threeMf } from './three-mf.ts';

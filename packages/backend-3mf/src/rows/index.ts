// The only door: how lines of numbers become text and deflated bytes at once is nobody else's business.
export { decimalText } from './decimal-bytes.ts';
export type { NumberRows } from './deflate/deflate-rows.ts';
export { type DeflatedText, deflateText } from './deflate/deflate-text.ts';
export { type TriangleOptions, triangleRows, vertexRows } from './mesh-rows.ts';

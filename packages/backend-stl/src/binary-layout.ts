/** What stands before the triangles of a binary STL: any 80 bytes, and the number of triangles as uint32. */
export const HEADER_BYTES = 80;
export const PREAMBLE_BYTES: number = HEADER_BYTES + 4;

/** A triangle: its normal and three corners as float32, and two bytes of attributes that each program uses in its own way. */
export const FACET_BYTES = 50;
export const NORMAL_BYTES = 12;

/** The part of jsfive that the reader of HDF5 files uses; the package has no types of its own. */
declare module 'jsfive' {
  export class Group {
    /** Where each name leads: an address, or the path of a soft link. */
    readonly _links: Readonly<Record<string, number | string>>;
    readonly _dataobjects: DataObjects;
    get(name: string): Group | Dataset | null;
  }

  export class File extends Group {
    constructor(buffer: ArrayBuffer);
  }

  export class Dataset {
    readonly shape: readonly number[];
    /** Such as `<f4`; a list for kinds that are no numbers. */
    readonly dtype: string | readonly unknown[];
    /** All values, one row after another; with holes where the file holds none. */
    readonly value: readonly unknown[];
    readonly _dataobjects: DataObjects;
  }

  /** The header of an object. */
  export interface DataObjects {
    /** Where it lies in the file. */
    readonly offset: number;
    /** The shape of a chunk, in chunked storage. */
    readonly chunks: readonly number[] | null;
    readonly filter_pipeline: readonly unknown[] | null;
    find_msg_type(type: number): readonly ReadonlyMap<'offset_to_message', number>[];
    _get_data_message_properties(
      offset: number,
    ): [version: number, dimensions: number | undefined, layout: number, propertyOffset: number];
    _vlen_size_and_data(buffer: ArrayBuffer, offset: number): [size: number, data: ArrayBuffer | undefined];
  }

  /** What unpacks chunks, by the numbers that the format has for it. */
  export const Filters: Map<number, (chunk: ArrayBuffer, itemSize: number) => ArrayBuffer>;
}

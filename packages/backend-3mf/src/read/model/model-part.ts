import type { HexColor, Placement } from '@neurofab/core';
import type { TriangleList } from './triangle-block.ts';

/** What a `.model` member says, in millimetres. */
export interface ModelPart {
  readonly member: string;
  readonly objects: ReadonlyMap<number, ModelObject>;
  readonly colors: ColorGroups;
  /** What is to be built. */
  readonly items: readonly Reference[];
  /** The text of our own metadata. */
  readonly recipe?: string;
}

/** The colours of each group of properties, by its id; `undefined` for one that is no colour. */
export type ColorGroups = ReadonlyMap<number, readonly (HexColor | undefined)[]>;

export interface ModelObject {
  readonly id: number;
  readonly name?: string;
  /** `model`, `support`, `other` … */
  readonly type: string;
  /** Filament position, from 1, as Cura has it. */
  readonly slot?: number;
  /** The properties of triangles that have none: a group, and which of it. */
  readonly group?: number;
  readonly index?: number;
  readonly mesh?: ModelMesh;
  readonly components: readonly Reference[];
}

/** A mesh all of whose corners exist. */
export interface ModelMesh extends TriangleList {
  readonly positions: Float32Array;
}

/** That an object is used somewhere. */
export interface Reference {
  /** The member with the object. */
  readonly member: string;
  readonly objectId: number;
  readonly placement: Placement;
}

import type { Resolution } from '../mesh/resolution.ts';
import type { HexColor } from './color.ts';

/** A network as a person describes it, complete: every default is filled in. Lengths are millimetres. */
export interface NetworkSpec {
  readonly version: 1;
  /** Title in the file. */
  readonly name: string;
  /** Nodes per layer, the first layer at the lowest x. */
  readonly layers: readonly number[];
  readonly nodeRadius: number;
  readonly connectionRadius: number;
  /** Centre to centre within a layer, along z. */
  readonly nodeSpacing: number;
  /** Centre to centre between layers, along x. */
  readonly layerSpacing: number;
  readonly base: BaseSpec;
  readonly colors: ColorsSpec;
  readonly resolution: Resolution;
}

/** What the network stands on. */
export type BaseSpec =
  | { readonly shape: 'none' }
  | {
      readonly shape: 'disc';
      readonly radius: number;
      readonly thickness: number;
      /** Whether a post joins the disc to the lowest node of every layer above it. */
      readonly posts: boolean;
      /** Sides of the disc, where they differ from what the resolution gives. */
      readonly segments?: number;
    };

export interface ColorsSpec {
  readonly base: HexColor;
  readonly connections: HexColor;
  /** Layer colours, used in turn. */
  readonly layers: readonly HexColor[];
}

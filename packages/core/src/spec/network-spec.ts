import type { Resolution } from '../mesh/resolution.ts';
import type { Thickness, ThicknessBy } from '../network/thickness.ts';
import type { HexColor } from './color.ts';
import type { Labels } from './labels.ts';
import type { LayerInput, LayerSpec } from './layers.ts';
import type { Lettering } from './lettering.ts';
import type { Mode } from './modes.ts';
import type { Outlines } from './outlines.ts';
import type { OwnValues } from './own-values.ts';
import type { PresetName } from './presets.ts';

/**
 * The weights between two layers, a row for each node of the next layer, with a number for each node of this one;
 * `null` for no connection. Nodes are all of a layer, or those that are drawn.
 */
export type WeightMatrix = readonly (readonly (number | null)[])[];

/** A network as a person describes it, complete: every default is filled in. Lengths are millimetres. */
export interface NetworkSpec {
  readonly version: 2;
  /** Where the defaults come from. */
  readonly preset: PresetName;
  /** Title in the file. */
  readonly name: string;
  /** The first layer at the lowest x. */
  readonly layers: readonly LayerSpec[];
  /** A matrix for each gap between layers; left out where every node is joined to every node of the next layer. */
  readonly weights?: readonly WeightMatrix[];
  /** Left out where nobody trained it. */
  readonly trained?: TrainedSpec;
  readonly nodeRadius: number;
  /** Of connections without weights. */
  readonly connectionRadius: number;
  /** How a weight becomes a thickness; like the next three left out where there are no weights. */
  readonly thicknessBy?: ThicknessBy;
  /** Diameter of the strongest connection of each gap. */
  readonly thickest?: number;
  /** Diameter below which connections are left out. */
  readonly thinnest?: number;
  /** Whether negative connections have four sides. */
  readonly signShape?: boolean;
  /** Centre to centre within a layer, along z. */
  readonly nodeSpacing: number;
  /** Centre to centre between layers, along x. */
  readonly layerSpacing: number;
  readonly base: BaseSpec;
  /** How it is put on the bed. */
  readonly mode: Mode;
  /** Of a printer's layers, which cuts and steps end with; left out where there are none. */
  readonly layerHeight?: number;
  /** Between a peg and its socket on each side; left out where there are none. */
  readonly clearance?: number;
  /** Whether a plate has a hole to hang it by; left out where there is no plate. */
  readonly hangingHole?: boolean;
  /** A line on what it stands on; left out where there is none. */
  readonly text?: string;
  /** What has its name beside it; left out where nothing could hold names. */
  readonly labels?: Labels;
  /** What the nodes of the first layer stand for, and those of the last: a name for each, or for each that is drawn. */
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
  /** Of capital letters of text and names; like the next left out where there are none. */
  readonly textHeight?: number;
  /** Whether it is cut in, instead of raised. */
  readonly engraved?: boolean;
  /** A line that is there in Braille; left out where there is none. */
  readonly braille?: string;
  readonly colors: ColorsSpec;
  readonly resolution: Resolution;
  /** Of text and names in a font of somebody's own; left out where there is none. */
  readonly outlines?: Outlines;
  /** How its text looks, as far as that is known. */
  readonly lettering?: Lettering;
  /** What its printer makes, as the owner found out, which defaults have followed; left out where nobody did. */
  readonly own?: OwnValues;
  /** What its author gave, from which all else follows. */
  readonly given: NetworkSpecInput;
}

/** Where a trained network comes from. */
export interface TrainedSpec {
  /** The file's name, without folders. */
  readonly file?: string | undefined;
  /** Such as `ONNX`. */
  readonly format?: string | undefined;
  /** In hexadecimal. */
  readonly sha256?: string | undefined;
  /** Whether its nodes have biases. */
  readonly biases?: boolean | undefined;
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
  /** Of connections, or of those with positive weights where there are negative ones. */
  readonly connections: HexColor;
  /** Of connections with negative weights; left out where there are none. */
  readonly negative?: HexColor;
  /** Layer colours, used in turn. */
  readonly layers: readonly HexColor[];
  /** Of raised text; left out where there is none. */
  readonly text?: HexColor;
}

/** A spec as a person writes it: what is left out gets its default. Colours are `#RRGGBB`, `#RGB` or CSS colour names. */
export interface NetworkSpecInput {
  readonly $schema?: string | undefined;
  readonly version?: 1 | 2 | undefined;
  readonly preset?: PresetName | undefined;
  readonly name?: string | undefined;
  readonly layers?: readonly LayerInput[] | undefined;
  readonly weights?: readonly WeightMatrix[] | undefined;
  readonly trained?: TrainedSpec | undefined;
  readonly nodeRadius?: number | undefined;
  readonly connectionRadius?: number | undefined;
  readonly thicknessBy?: ThicknessBy | undefined;
  readonly thickest?: number | undefined;
  readonly thinnest?: number | undefined;
  readonly signShape?: boolean | undefined;
  readonly nodeSpacing?: number | undefined;
  readonly layerSpacing?: number | undefined;
  readonly base?:
    | {
        readonly shape?: 'disc' | 'none' | undefined;
        readonly radius?: number | undefined;
        readonly thickness?: number | undefined;
        readonly posts?: boolean | undefined;
        readonly segments?: number | undefined;
      }
    | undefined;
  readonly mode?: Mode | undefined;
  readonly layerHeight?: number | undefined;
  readonly clearance?: number | undefined;
  readonly hangingHole?: boolean | undefined;
  readonly text?: string | undefined;
  readonly labels?: Labels | undefined;
  readonly inputs?: readonly string[] | undefined;
  readonly outputs?: readonly string[] | undefined;
  readonly textHeight?: number | undefined;
  readonly engraved?: boolean | undefined;
  readonly braille?: string | undefined;
  readonly outlines?: Outlines | undefined;
  readonly colors?:
    | {
        readonly base?: string | undefined;
        readonly connections?: string | undefined;
        readonly negative?: string | undefined;
        readonly layers?: readonly string[] | undefined;
        readonly text?: string | undefined;
      }
    | undefined;
  readonly resolution?:
    | {
        readonly tolerance?: number | undefined;
        readonly segments?: number | undefined;
        readonly rings?: number | undefined;
      }
    | undefined;
}

/** Whether connections differ in sign, and so come as two parts. */
export function isSigned({ weights }: Pick<NetworkSpec | NetworkSpecInput, 'weights'>): boolean {
  return weights?.some((matrix) => matrix.some((row) => row.some((weight) => (weight ?? 0) < 0))) ?? false;
}

/** How thick weights are drawn; `undefined` where there are none. */
export function thicknessOf({ thickest, thinnest, thicknessBy }: NetworkSpec): Thickness | undefined {
  return thickest === undefined || thinnest === undefined || thicknessBy === undefined
    ? undefined
    : { thickest, thinnest, thicknessBy };
}

/** Diameter of the thinnest connection that a spec lets be. */
export function thinnestConnection({ thinnest, connectionRadius }: NetworkSpec): number {
  return thinnest ?? 2 * connectionRadius;
}

/** Diameter of the thickest one. */
export function thickestConnection({ thickest, connectionRadius }: NetworkSpec): number {
  return thickest ?? 2 * connectionRadius;
}

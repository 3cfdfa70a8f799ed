import { rememberOf } from '../remember.ts';
import type { Bounds, ColorBand, Part } from '../scene/scene.ts';
import type { Mode } from '../spec/modes.ts';
import type { NetworkSpec } from '../spec/network-spec.ts';
import { formatDecimal } from '../text/decimal.ts';
import { type PlateOptions, plateKey } from './arrange.ts';
import type { Band, Placed } from './drawn.ts';
import { flatBands } from './modes/flat.ts';
import { halvesBands } from './modes/halves.ts';
import { placePlaqueByHeight } from './modes/plaque.ts';
import { plaqueBands, stepOf } from './modes/relief.ts';
import { inOneColor, type PartColors } from './part-colors.ts';

/** How colours go by height in a mode. */
interface ModeByHeight {
  readonly bands: (spec: NetworkSpec) => readonly Band[];
  /** What parts of these own colours are printed in, as files have it. */
  readonly colors: (own: PartColors) => PartColors;
  /** Where everything stands if that is not as usual, since each band has bodies of its own. Without them slicers change no colour. */
  readonly place?: (spec: NetworkSpec, options: PlateOptions) => Placed;
}

/** The same for one network. */
export interface ByHeight extends ModeByHeight {
  /** Whether filament is changed by hand, on slot 1, instead of by the slicer. */
  readonly isByHand: boolean;
}

const BY_HEIGHT: Partial<Readonly<Record<Mode, ModeByHeight>>> = {
  // Files hold what has one body in the colour that it begins with.
  flat: { bands: flatBands, colors: inFirst },
  halves: { bands: halvesBands, colors: inFirst },
  plaque: {
    bands: plaqueBands,
    colors: (own) => ({
      ...own,
      negative: own.negative && (own.connections ?? own.negative),
      layers: own.layers.map((_, layer) => own.layers[stepOf(layer)]!),
    }),
    place: rememberOf(placePlaqueByHeight, plateKey),
  },
};

function inFirst(own: PartColors): PartColors {
  const { connections, negative, base, layers } = own;
  return inOneColor(own, connections ?? negative ?? base ?? layers[0]!);
}

/** `undefined` where colours go by part. */
export function byHeightOf(
  { mode }: NetworkSpec,
  {
    colorsByHeight = false,
    slots = 1,
  }: { readonly colorsByHeight?: boolean | undefined; readonly slots?: number | undefined },
): ByHeight | undefined {
  const ofMode = colorsByHeight ? BY_HEIGHT[mode] : undefined;
  return ofMode && { ...ofMode, isByHand: slots === 1 || ofMode.place === undefined };
}

interface Colored {
  readonly parts: readonly Part[];
  readonly bounds: Bounds;
  /** Of raised text: its part, and how high it reaches. */
  readonly text?: { readonly name: string; readonly top: number } | undefined;
}

/** What comes out in one colour between two changes of filament, as far as a layer is printed in it. */
export function colorBands(
  { layerHeight }: NetworkSpec,
  bands: readonly Band[],
  { parts, bounds, text }: Colored,
): ColorBand[] {
  // Slicers cut half-way up a layer.
  const printed = bands.filter(({ from }) => from + layerHeight! / 2 < bounds.max[2]);
  const colors = printed.map((band) => parts[band.parts[0]!]!.ownColor);
  // It is seen from above.
  const ofText = text && printed.findLastIndex(({ from }) => from + layerHeight! / 2 < text.top);
  const rounded = (height: number) => Number(formatDecimal(height, 6));
  return printed.flatMap(({ from }, i): ColorBand[] => {
    const color = colors[i]!;
    if (color === colors[i - 1]) return [];
    const next = colors.findIndex((other, k) => k > i && other !== color);
    const end = next < 0 ? printed.length : next;
    const alike = printed.slice(i, end);
    const hasText = ofText !== undefined && ofText >= i && ofText < end;
    const layer = Math.round(from / layerHeight!) + 1;
    return [
      {
        height: rounded(from),
        layer,
        top: rounded(layer * layerHeight!),
        color,
        parts: [
          ...alike.flatMap((band) => band.parts.map((part) => parts[part]!.name)),
          ...(hasText ? [text!.name] : []),
        ],
      },
    ];
  });
}

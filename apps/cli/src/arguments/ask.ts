import type { OwnValues, Settings } from '@neurofab/core';
import { parseNumber } from '@neurofab/core/internal';
import { type Asked, askedIn, revise, type Settled } from '@neurofab/job';
import { quoted } from '@neurofab/words';
import { CommandError } from '../errors.ts';
import { fileLabel } from '../files/read-bytes.ts';
import type { SavedFile } from '../files/read-saved.ts';
import { refuseWithoutModel } from './model-request.ts';
import type { NetworkRequest } from './network-request.ts';

/** What is asked for beside network and files: by flags and what is known of the printer that they name, or else as in the file of `--from`. */
export function ask(
  request: NetworkRequest,
  { saved, own }: { readonly saved: SavedFile | undefined; readonly own: OwnValues | undefined },
): Asked {
  const { flags, colorBy, colorsByHeight, printer, slots, scale, fit, flavor, origin, show, size } = request;
  const { shells, split } = request;
  const before = saved?.settings ?? {};
  return revise(
    { ...askedIn(before), format: saved?.format },
    {
      colorBy,
      colorsByHeight,
      printer,
      own,
      slots: slots === undefined ? undefined : numberIn(slots),
      scale: fit ? 'fit' : scale === undefined ? undefined : numberIn(scale),
      flavor,
      origin,
      show,
      size: size === undefined ? undefined : numberIn(size),
      shells,
      split,
      partial: isPartial(before, flags),
      fileName: flags.get('name'),
    },
  );
}

/** Throws a CommandError for flags that contradict one another. */
export function refuseContradictions(request: NetworkRequest): void {
  const { complete, printSpec, fit, scale } = request;
  const [one, other] = networksIn(request);
  if (one !== undefined && other !== undefined) {
    throw new CommandError(`${one} and ${other} both say which network it is. Leave one of them out.`);
  }
  refuseWithoutModel(request);
  if (complete && !printSpec) {
    throw new CommandError('--complete goes with --print-spec.');
  }
  if (fit && scale !== undefined) {
    throw new CommandError('--scale and --fit both say how large the model is to be. Leave one of them out.');
  }
}

/** What names a whole network: layers change one of a spec or a file, but not of a trained model. */
function networksIn({ models, example, spec, from, layers }: NetworkRequest): string[] {
  const trained = [
    ...(models.length > 0 ? [fileLabel(models[0]!)] : []),
    ...(example === undefined ? [] : ['--example']),
  ];
  return [
    ...(spec === undefined ? [] : ['--spec']),
    ...(from === undefined ? [] : ['--from']),
    ...trained,
    ...(trained.length > 0 && layers !== undefined ? [layers] : []),
  ];
}

/** What a kilogram of filament is to cost; `undefined` where nobody says. Throws a CommandError for what is no price. */
export function priceIn({ price }: Pick<NetworkRequest, 'price'>): number | undefined {
  if (price === undefined) return undefined;
  const amount = parseNumber(price);
  if (amount !== undefined && amount > 0 && amount < MOST) return amount;
  throw new CommandError(`--price: Must be a number above 0, such as 25, but is ${quoted(price)}.`);
}

/** Throws a CommandError for flags that ask something of a printer where none is named. */
export function refuseWithoutPrinter(
  { price, strict = false }: { readonly price: number | undefined; readonly strict?: boolean | undefined },
  { printer }: Settled,
): void {
  if (printer !== undefined) return;
  if (price !== undefined) {
    throw new CommandError('--price says what a print costs, so it needs a printer: name it with --printer.');
  }
  if (strict) {
    throw new CommandError(
      '--strict refuses what a printer will not bring out, so it needs one: name it with --printer.',
    );
  }
}

/** Of any currency. */
const MOST = 1e9;

/** A text that is no number is refused as one that cannot be. */
function numberIn(text: string): number {
  return parseNumber(text) ?? Number.NaN;
}

/** Whether title and colours are missing still. */
function isPartial({ partial }: Settings, flags: NetworkRequest['flags']): boolean {
  return partial === true && !flags.has('name') && !flags.has('layer-colors');
}

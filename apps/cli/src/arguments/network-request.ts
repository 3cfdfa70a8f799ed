import type { ColorBy } from '@neurofab/core';
import { SHOW, type Show, type Split } from '@neurofab/job';
import type { Flavor } from '@neurofab/printers';
import { type Command, Option } from 'commander';
import type { Io } from '../io.ts';
import type { ModelRequest } from './model-request.ts';
import { type Operands, operandsOf } from './operands.ts';
import { SPEC_FLAGS } from './spec-flags.ts';

/** Which network, and how it is to be. */
export interface NetworkRequest extends ModelRequest {
  /** LAYERS as given. */
  readonly layers?: string | undefined;
  /** The texts of the flags that set a field of the spec, by the flag's name. */
  readonly flags: ReadonlyMap<string, string>;
  /** The file of the font. */
  readonly font?: string | undefined;
  readonly spec?: string | undefined;
  readonly from?: string | undefined;
  readonly printSpec: boolean;
  readonly complete: boolean;
  readonly colorBy?: ColorBy | undefined;
  readonly colorsByHeight?: boolean | undefined;
  readonly printer?: string | undefined;
  /** Whether what was found out about the printer is left aside. */
  readonly noConfig: boolean;
  readonly slots?: string | undefined;
  readonly price?: string | undefined;
  readonly scale?: string | undefined;
  readonly fit: boolean;
  readonly flavor?: Flavor | undefined;
  readonly origin?: 'bed' | 'model' | undefined;
  readonly show?: Show | undefined;
  readonly size?: string | undefined;
  readonly shells?: boolean | undefined;
  readonly split?: Split | false | undefined;
  readonly outputs: readonly string[];
  readonly format?: string | undefined;
  /** Whether what will not come out is refused. */
  readonly strict: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** What a command line or a row of a table gives of a network: operands, and the values of options by their attributes. */
export interface GivenNetwork extends Operands {
  readonly options: ReturnType<Command['opts']>;
}

/** What was given to a command of which the operands say the network. Throws a CommandError for operands that make no sense. */
export function givenNetwork(
  command: Command,
  operands: readonly string[],
  { io }: { readonly io: Io },
): GivenNetwork {
  return { ...operandsOf(operands, io), options: command.optsWithGlobals() };
}

/** The request that was given. */
export function networkRequest({ options, layers, models }: GivenNetwork): NetworkRequest {
  const show: readonly string[] = options.show ?? [];
  const flags = new Map<string, string>();
  for (const { name } of SPEC_FLAGS) {
    const text = options[new Option(`--${name}`).attributeName()];
    if (text !== undefined) flags.set(name, typeof text === 'boolean' ? YES_NO[`${text}`] : text);
  }
  return {
    layers,
    models,
    example: options.example,
    nodes: options.nodes,
    shownNodes: show.filter((what) => !isPose(what)),
    layerOrder: options.layerOrder,
    flags,
    font: options.font,
    spec: options.spec,
    from: options.from,
    printSpec: options.printSpec ?? false,
    complete: options.complete ?? false,
    colorBy: options.colorBy,
    colorsByHeight: options.colorsByHeight,
    printer: options.printer,
    noConfig: options.config === false,
    slots: options.slots,
    price: options.price,
    scale: options.scale,
    fit: options.fit ?? false,
    flavor: options.flavor,
    origin: options.origin,
    show: show.findLast(isPose),
    size: options.size,
    shells: options.shells,
    split: options.split,
    outputs: options.output ?? [],
    format: options.format,
    strict: options.strict ?? false,
    json: options.json ?? false,
    quiet: options.quiet ?? false,
  };
}

const YES_NO = { true: 'yes', false: 'no' } as const;

function isPose(what: string): what is Show {
  return SHOW.some((pose) => pose === what);
}

import {
  type ExampleName,
  exampleNetwork,
  readTrained,
  reduce,
  type TrainedNetwork,
} from '../../src/index.ts';

/** A file, and how to get those beside it. */
export interface Given {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly beside: (name: string) => Promise<Uint8Array | undefined>;
}

/** What a file gives, as text: all that was read, or why it is refused. */
export async function resultOf({ name, bytes, beside }: Given): Promise<string> {
  try {
    return textOf(await readTrained([{ name, bytes }], { beside }));
  } catch (error) {
    return String(error);
  }
}

/** What an example gives, as text. */
export async function exampleResult(name: ExampleName): Promise<string> {
  return textOf(await exampleNetwork(name));
}

/** Numbers in full, since a last bit would be a difference too, and what is drawn. */
function textOf(network: TrainedNetwork): string {
  return JSON.stringify([network, reduce(network)], (_, value) =>
    ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value,
  );
}

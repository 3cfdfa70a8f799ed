/** What crosses between a page and its worker: plain data alone. */
export type Message =
  | { readonly id: number; readonly done: number }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

export interface CallMessage {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

/** What a worker does: from plain data to plain data. `tell` says how much is done, from 0 to 1. */
// biome-ignore lint/suspicious/noExplicitAny: each handler has an input of its own, which `Connection` checks.
export type Handlers = Readonly<Record<string, (input: any, tell: (done: number) => void) => unknown>>;

/** How often it is said how much is done, in milliseconds: the page is drawn anew each time, and nobody sees more. */
const PAUSE = 100;

/** Inside a worker: answers what the page asks for, each as soon as it is done. */
export function answerCalls(handlers: Handlers): void {
  const scope = globalThis as unknown as DedicatedWorkerScope;
  scope.onmessage = async ({ data: { id, name, input } }) => {
    const post = (message: Message, buffers: ArrayBuffer[] = []) => scope.postMessage(message, buffers);
    let told = Number.NEGATIVE_INFINITY;
    const tell = (done: number) => {
      const now = performance.now();
      if (now - told < PAUSE) return;
      told = now;
      post({ id, done });
    };
    try {
      const result = await handlers[name]!(input, tell);
      post({ id, result }, buffersIn(result));
    } catch (error) {
      post({ id, error: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** The half of a worker's global object that is used: the library of the page has another one. */
interface DedicatedWorkerScope {
  onmessage: (event: { readonly data: CallMessage }) => void;
  postMessage(message: Message, transfer: ArrayBuffer[]): void;
}

/** The memory of all typed arrays in a result, which is handed over instead of copied. */
function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) buffersIn(inner, found);
  }
  return [...found];
}

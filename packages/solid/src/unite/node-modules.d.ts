// What is used of Node, so that its other types stay out of a package that runs in browsers too.

declare module 'node:os' {
  export function availableParallelism(): number;
}

declare module 'node:worker_threads' {
  interface Port {
    on(event: 'message', listener: (message: never) => void): void;
    on(event: 'error', listener: (error: unknown) => void): void;
    postMessage(message: unknown, transfer?: readonly ArrayBufferLike[]): void;
  }

  export const parentPort: Port | null;

  export class Worker implements Port {
    constructor(file: URL, options: { readonly execArgv: readonly string[] });
    on: Port['on'];
    postMessage: Port['postMessage'];
    terminate(): Promise<number>;
  }
}

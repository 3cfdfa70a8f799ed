// What Neurofab needs beside the language itself and engines' bare shells lack: all browsers have it.

interface Surroundings {
  TextEncoder?: unknown;
  performance?: unknown;
  setTimeout?: unknown;
}

const surroundings: Surroundings = globalThis;

surroundings.TextEncoder ??= class {
  encode(text: string): Uint8Array {
    const bytes = encodeURIComponent(text).replace(/%(..)/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
  }
};

surroundings.performance ??= { now: Date.now };

// Nothing else waits for its turn here, and the timers of gjs disturb its collector of garbage.
surroundings.setTimeout = (run: () => void) => void Promise.resolve().then(run);

// SpiderMonkey has these from version 115 on.
const lists = Array.prototype as unknown as Record<string, unknown>;
lists.toSorted ??= function (this: unknown[], compare?: (a: unknown, b: unknown) => number) {
  return [...this].sort(compare);
};
lists.toReversed ??= function (this: unknown[]) {
  return [...this].reverse();
};
lists.toSpliced ??= function (this: unknown[], start: number, count: number, ...items: unknown[]) {
  const copy = [...this];
  copy.splice(start, count, ...items);
  return copy;
};

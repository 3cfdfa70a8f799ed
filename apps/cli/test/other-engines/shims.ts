// What Neurofab needs beside the language itself and engines' bare shells lack: all browsers have it.

interface Surroundings {
  TextDecoder?: unknown;
  TextEncoder?: unknown;
  performance?: unknown;
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

// fast-png makes one as it is loaded; it is for reading alone.
surroundings.TextDecoder ??= class {};

surroundings.performance ??= { now: Date.now };

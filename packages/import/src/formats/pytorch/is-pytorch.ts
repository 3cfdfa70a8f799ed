import { zipNames } from '../../bytes/zip-directory.ts';

/** Whether bytes are what `torch.save` writes: an archive with a pickle, or since before 1.6 a stream that begins with a number. */
export function isPyTorch(bytes: Uint8Array): boolean {
  return isLegacyPyTorch(bytes) || zipNames(bytes).some((name) => /(^|\/)data\.pkl$/.test(name));
}

/** Whether bytes begin with a pickle of PyTorch's number 0x1950a86a20f9469cfc6c. */
export function isLegacyPyTorch(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => byte === ANY || bytes[i] === byte);
}

/** Stands for the pickle's protocol. */
const ANY = -1;
const MAGIC: readonly number[] = [
  0x80,
  ANY,
  0x8a,
  0x0a,
  0x6c,
  0xfc,
  0x9c,
  0x46,
  0xf9,
  0x20,
  0x6a,
  0xa8,
  0x50,
  0x19,
  0x2e,
];

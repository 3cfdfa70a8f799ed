import { hasMark } from '../../bytes/has-mark.ts';
import { zipNames } from '../../bytes/zip-directory.ts';

/** Whether bytes are what `torch.save` writes: an archive with a pickle, or since before 1.6 a stream that begins with a number. */
export function isPyTorch(bytes: Uint8Array): boolean {
  return isLegacyPyTorch(bytes) || zipNames(bytes).some((name) => /(^|\/)data\.pkl$/.test(name));
}

/** Whether bytes begin with a pickle, of any protocol, of PyTorch's number 0x1950a86a20f9469cfc6c. */
export function isLegacyPyTorch(bytes: Uint8Array): boolean {
  return bytes[0] === 0x80 && hasMark(bytes, '\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.', 2);
}

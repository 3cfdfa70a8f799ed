import { latin1 } from '../../bytes/latin1.ts';

/** Whether bytes look like a pickle of any protocol. */
export function isPickle(bytes: Uint8Array): boolean {
  const [first, protocol = 0] = bytes;
  if (first === 0x80) return protocol >= 2 && protocol <= 5;
  // Protocols 0 and 1 have no mark: known by what a pickled object, dictionary or list begins with, and by the full stop at the end.
  return OLD.test(latin1(bytes.subarray(0, 200))) && /\.\s*$/.test(latin1(bytes.subarray(-4)));
}

const OLD = /^(c[\w.]+\n[\w.]+\n|\(i[\w.]+\n[\w.]+\n|\([dl](p\d+\n|q)|[\]}](q|\.)|\(c[\w.]+\n[\w.]+\n)/;

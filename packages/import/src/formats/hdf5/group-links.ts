import { denseMessages } from './dense-messages.ts';
import { addressAt, expectMark, type Hdf5Source, numberAt, step, textAt } from './hdf5-source.ts';
import { MESSAGE, type Message } from './object-header.ts';

/** Where the names in a group lead, out of the messages of its header. Soft and external links are left out: Keras writes none. */
export function groupLinks(source: Hdf5Source, messages: readonly Message[]): ReadonlyMap<string, number> {
  const links = new Map<string, number>();
  for (const { type, at } of messages) {
    if (type === MESSAGE.symbolTable) addSymbols(source, { at, links });
    else if (type === MESSAGE.link) addLink(source, { at, links });
    else if (type === MESSAGE.linkInfo) {
      const heap = at + 2 + (source.view.getUint8(at + 1) & 1 ? 8 : 0);
      for (const link of denseMessages(source, { at: heap, idAt: 4 })) addLink(source, { at: link, links });
    }
  }
  return links;
}

interface Found {
  readonly at: number;
  readonly links: Map<string, number>;
}

/** A tree of tables, with names in a heap (III.A.1, III.C, III.D). */
function addSymbols(source: Hdf5Source, { at, links }: Found): void {
  const { view } = source;
  const heap = addressAt(source, at + 8);
  expectMark(source, { at: heap, mark: 'HEAP' });
  const names = addressAt(source, heap + 24);
  const namesSize = addressAt(source, heap + 8);
  for (const table of treeLeaves(source, { at: addressAt(source, at), entryBytes: 16, firstChild: 8 })) {
    const symbols = addressAt(source, table + 8);
    expectMark(source, { at: symbols, mark: 'SNOD' });
    for (let i = 0; i < view.getUint16(symbols + 6, true); i++) {
      step(source);
      const symbol = symbols + 8 + i * 40;
      if (view.getUint32(symbol + 16, true) === SOFT_LINK) continue;
      const name = addressAt(source, symbol);
      const size = Math.min(namesSize - name, MOST_NAME, source.bytes.length - names - name);
      links.set(textAt(source, { at: names + name, size }), addressAt(source, symbol + 8));
    }
  }
}

const SOFT_LINK = 2;
const MOST_NAME = 4096;

/** Where the entries of the leaves of a tree stand (III.A.1); each is a key, and behind it the address of a child. */
export function* treeLeaves(
  source: Hdf5Source,
  { at, entryBytes, firstChild }: { at: number; entryBytes: number; firstChild: number },
): Iterable<number> {
  const nodes = [{ at, level: Number.POSITIVE_INFINITY }];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    step(source);
    expectMark(source, { at: node.at, mark: 'TREE' });
    const level = source.view.getUint8(node.at + 5);
    // Only downwards, so that no tree has a circle.
    if (level >= node.level) continue;
    for (let i = 0; i < source.view.getUint16(node.at + 6, true); i++) {
      step(source);
      const entry = node.at + 24 + i * entryBytes;
      if (level === 0) yield entry;
      else nodes.push({ at: addressAt(source, entry + firstChild), level });
    }
  }
}

/** A link as a message (IV.A.2.g). */
function addLink(source: Hdf5Source, { at, links }: Found): void {
  step(source);
  const flags = source.view.getUint8(at + 1);
  const isTyped = (flags & 8) !== 0;
  if (isTyped && source.view.getUint8(at + 2) !== 0) return;
  const sizeAt = at + 2 + (isTyped ? 1 : 0) + (flags & 4 ? 8 : 0) + (flags & 16 ? 1 : 0);
  const sizeBytes = 1 << (flags & 3);
  const size = numberAt(source, { at: sizeAt, size: sizeBytes });
  const name = textAt(source, { at: sizeAt + sizeBytes, size: Math.min(size, MOST_NAME) });
  links.set(name, addressAt(source, sizeAt + sizeBytes + size));
}

import { fileFault } from '../file-fault.ts';
import { READ_LIMITS } from '../limits.ts';
import { keptText } from '../xml/kept-text.ts';
import { parseXml, type XmlElement } from '../xml/parse-xml.ts';
import { scanXml } from '../xml/scan-xml.ts';
import type { Package } from './open-package.ts';
import { toUtf8 } from './to-utf8.ts';

/** Reads a member that holds XML without a mesh. */
export async function readDocument(source: Package, member: string): Promise<XmlElement> {
  const kept = keptText(member);
  let elements = 0;
  const scanner = toUtf8(
    member,
    scanXml(member, {
      open(_, bytes, start, end) {
        elements++;
        if (elements > READ_LIMITS.elements) {
          throw fileFault(member, `has more than ${READ_LIMITS.elements} elements`);
        }
        kept.keep(bytes, start, end);
      },
      close: (_, bytes, start, end) => kept.keep(bytes, start, end),
      text: (bytes, start, end, plain) =>
        plain ? kept.keepPlain(bytes, start, end) : kept.keep(bytes, start, end),
    }),
  );
  await source.unpack(member, scanner.push);
  scanner.end();
  return parseXml(member, kept.finish());
}

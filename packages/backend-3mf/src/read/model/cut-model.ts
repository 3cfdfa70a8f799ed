import { isAllBlank } from '../bytes.ts';
import { fileFault, quoteBytes } from '../file-fault.ts';
import { READ_LIMITS } from '../limits.ts';
import { keptText } from '../xml/kept-text.ts';
import { scanXml, type XmlScanner } from '../xml/scan-xml.ts';
import { type TriangleList, triangleBlock } from './triangle-block.ts';
import { type Block, vertexBlock } from './vertex-block.ts';

/** A model document in two: its meshes, and the rest as XML. */
export interface CutModel {
  /**
   * The document without what is in its meshes, and without the elements that say nothing of shape, name or colour.
   * The text of `<vertices>` and `<triangles>` is where in the lists their content is.
   */
  readonly xml: string;
  readonly vertices: readonly Float32Array[];
  readonly triangles: readonly TriangleList[];
}

export interface ModelCutter extends XmlScanner {
  /** After `end`. */
  finish(): CutModel;
}

/**
 * Reads a `.model` member while it is unpacked. Nearly all of it are vertices and triangles, for each of which
 * fast-xml-parser takes 4 µs; so these go straight from their bytes into the meshes, and the parser gets what is left. They
 * are told apart by the elements they stand in, so neither comments nor quoted text can pass for them.
 */
export function cutModel(member: string): ModelCutter {
  const kept = keptText(member);
  const vertices: Float32Array[] = [];
  const triangles: TriangleList[] = [];
  /** The elements around that are kept, without their prefixes. */
  const path: string[] = [];
  let depthLeftOut = 0;
  let elements = 0;
  let block: OpenBlock | undefined;

  const scanner = scanXml(member, {
    open(name, bytes, start, end) {
      const isEmpty = bytes[end - 2] === SLASH;
      if (block !== undefined && name === block.item && depthLeftOut === 0 && path.length === block.depth) {
        block.add(bytes, start + 1 + name.length, isEmpty ? end - 2 : end - 1);
        path.push(name);
        return;
      }
      const [prefix, local] = splitName(name);
      if (depthLeftOut > 0 || !isKept(path.at(-1), local)) {
        depthLeftOut++;
        return;
      }
      elements++;
      if (elements > READ_LIMITS.elements) {
        throw fileFault(member, `has more than ${READ_LIMITS.elements} elements beside its meshes`);
      }
      path.push(local);
      kept.keep(bytes, start, end);
      if (isEmpty) return;
      if (local === 'vertices') {
        const { add, finish } = vertexBlock(member);
        const place = () => vertices.push(finish()) - 1;
        block = { item: `${prefix}vertex`, depth: path.length, add, finish: place };
      } else if (local === 'triangles') {
        const { add, finish } = triangleBlock(member);
        const place = () => triangles.push(finish()) - 1;
        block = { item: `${prefix}triangle`, depth: path.length, add, finish: place };
      }
    },

    close(_, bytes, start, end) {
      if (depthLeftOut > 0) {
        depthLeftOut--;
        return;
      }
      path.pop();
      if (block !== undefined) {
        if (path.length >= block.depth) return;
        const number = new TextEncoder().encode(String(block.finish()));
        kept.keep(number, 0, number.length);
        block = undefined;
      }
      kept.keep(bytes, start, end);
    },

    text(bytes, start, end, plain) {
      if (depthLeftOut > 0) return;
      if (path.at(-1) === 'metadata') {
        if (plain) kept.keepPlain(bytes, start, end);
        else kept.keep(bytes, start, end);
      } else if (!isAllBlank(bytes, start, end)) {
        throw fileFault(member, `has text where none belongs: ${quoteBytes(bytes, start, end)}`);
      }
    },
  });

  return { ...scanner, finish: () => ({ xml: kept.finish(), vertices, triangles }) };
}

const SLASH = 0x2f;

/** The elements that are read, by the one that they stand in, but for those of a mesh. */
const KEPT: ReadonlyMap<string, readonly string[]> = new Map([
  ['model', ['metadata', 'resources', 'build']],
  ['resources', ['basematerials', 'colorgroup', 'object']],
  ['basematerials', ['base']],
  ['colorgroup', ['color']],
  ['object', ['metadatagroup', 'mesh', 'components']],
  ['metadatagroup', ['metadata']],
  ['mesh', ['vertices', 'triangles']],
  ['components', ['component']],
  ['build', ['item']],
]);

function isKept(parent: string | undefined, local: string): boolean {
  // Whatever the root is, it is kept, to say that it is the wrong one.
  return parent === undefined || KEPT.get(parent)?.includes(local) === true;
}

/** The mesh data that is being read. */
interface OpenBlock {
  /** What the elements in it are called. */
  readonly item: string;
  /** How many elements are around them. */
  readonly depth: number;
  readonly add: Block<unknown>['add'];
  /** Lists the content and gives its place. */
  readonly finish: () => number;
}

/** A name as its prefix, with the colon, and what follows. */
function splitName(name: string): [prefix: string, local: string] {
  const start = name.indexOf(':') + 1;
  return [name.slice(0, start), name.slice(start)];
}

import { type FileBody, FileError, type ModelFile } from '@neurofab/core';
import { cleanName } from '@neurofab/core/internal';
import { weldTriangles } from './weld-triangles.ts';
import { isWord, nextWord, restOfLine, showWord, startWords, type Words, wordAsNumber } from './words.ts';

const SHORTEST_FACET =
  'facet normal 0 0 0 outer loop vertex 0 0 0 vertex 0 0 0 vertex 0 0 0 endloop endfacet ';

/** Each body costs some kilobytes and a line in every list; nobody models ten thousand. */
const MAX_BODIES = 10_000;

/** See `readStl`. */
export function readTextStl(bytes: Uint8Array): ModelFile {
  const words = startWords(bytes);
  // Of all bodies, one after another.
  const positions = new Float32Array(9 * Math.floor(bytes.length / SHORTEST_FACET.length));
  const bodies: FileBody[] = [];
  let end = 0;
  while (nextWord(words)) {
    if (!isWord(words, 'solid')) throw misplaced(words, '"solid"');
    const name = cleanName(restOfLine(words)) || 'model';
    const start = end;
    end = readFacets(words, positions, start);
    if (end === start) continue;
    if (bodies.length === MAX_BODIES) {
      throw new FileError(
        `Line ${words.line}: this text STL has more than ${MAX_BODIES} solids, the most that are read.`,
      );
    }
    bodies.push({ name, mesh: weldTriangles(positions.subarray(start, end)) });
  }
  if (bodies.length === 0) throw new FileError('This text STL has 0 facets, but a body has at least one.');
  return { format: 'Text STL', bodies };
}

/** Puts the corners of all facets up to `endsolid` into positions from start on; gives where they end. */
function readFacets(words: Words, positions: Float32Array, start: number): number {
  let end = start;
  for (;;) {
    const found = nextWord(words);
    if (found && isWord(words, 'endsolid')) break;
    if (!found || !isWord(words, 'facet')) throw misplaced(words, '"facet" or "endsolid"');
    const facet = end / 9 + 1;
    expectWord(words, 'normal');
    // Many programs write normals that are wrong or no numbers, so whatever stands there is passed over.
    for (let axis = 0; axis < 3; axis++) nextWord(words);
    expectWord(words, 'outer');
    expectWord(words, 'loop');
    for (let corner = 0; corner < 3; corner++) {
      expectWord(words, 'vertex');
      for (let axis = 0; axis < 3; axis++) positions[end++] = readCoordinate(words, facet);
    }
    expectWord(words, 'endloop');
    expectWord(words, 'endfacet');
  }
  // Often the name once more.
  restOfLine(words);
  return end;
}

function expectWord(words: Words, wanted: string): void {
  if (!nextWord(words) || !isWord(words, wanted)) throw misplaced(words, `"${wanted}"`);
}

function readCoordinate(words: Words, facet: number): number {
  const value = nextWord(words) ? wordAsNumber(words) : undefined;
  if (value === undefined) throw misplaced(words, 'a number');
  if (Number.isFinite(Math.fround(value))) return value;
  throw new FileError(
    `Line ${words.line}: facet ${facet} of this text STL has the coordinate ${showWord(words)}, but all must be finite numbers.`,
  );
}

function misplaced(words: Words, wanted: string): FileError {
  const { line } = words;
  return new FileError(
    showWord(words) === ''
      ? `Line ${line}: this text STL ends where ${wanted} belongs: it is cut off.`
      : `Line ${line}: this text STL has ${showWord(words)} where ${wanted} belongs.`,
  );
}

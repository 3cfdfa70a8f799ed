import { thumbnail } from '@neurofab/picture/thumbnail';
import type { Flavor, FlavorWriter } from '../flavor.ts';
import { deflateText } from '../rows/index.ts';
import { assembly } from './assembly/assembly.ts';
import { COLOR_CHANGES, contentTypesXml, RELATIONSHIPS_XML, THUMBNAIL } from './documents.ts';
import type { FileContent } from './file-content.ts';
import type { FilePart } from './pieces.ts';
import { slicer } from './slicer/slicer.ts';
import { encode } from './xml.ts';
import { zip } from './zip.ts';

const WRITERS: Readonly<Record<Flavor, FlavorWriter>> = { slicer, assembly };

export interface PackageOptions {
  readonly flavor: Flavor;
  /** Told which share of the model is written, from 0 to 1. */
  readonly onModel: (done: number) => void;
  /** Told which share of its picture is drawn. */
  readonly onPicture: (done: number) => void;
}

/** The bytes of a whole file, in chunks; an empty one comes where there is time for other work. */
export function packageFile(
  content: FileContent,
  { flavor, onModel, onPicture }: PackageOptions,
): Generator<Uint8Array> {
  const writer = WRITERS[flavor];
  const parts = content.pieces.flatMap((piece) => piece.parts);
  const onRows = countRows(parts, onModel);
  const changes = content.colorChanges.length > 0 ? writer.changes?.(content) : undefined;
  return zip([
    // First by convention: readers that stream want to know the types of what follows.
    { name: '[Content_Types].xml', chunks: [encode(contentTypesXml({ hasChanges: changes !== undefined }))] },
    { name: '_rels/.rels', chunks: [encode(RELATIONSHIPS_XML)] },
    { name: '3D/3dmodel.model', deflated: deflateText(writer.model(content), onRows) },
    { name: writer.configName, chunks: [encode(writer.config(content))] },
    ...(changes === undefined ? [] : [{ name: COLOR_CHANGES, chunks: [encode(changes)] }]),
    { name: THUMBNAIL, chunks: thumbnail(parts, { onProgress: onPicture }), level: 0 },
  ]);
}

/** Told how many vertices and triangles were written, tells their share of all. */
function countRows(
  parts: readonly FilePart[],
  onProgress: (done: number) => void,
): (written: number) => void {
  const rows = parts.reduce((sum, { vertices, triangles }) => sum + vertices + triangles, 0);
  let done = 0;
  return (written) => {
    done += written;
    onProgress(done / rows);
  };
}

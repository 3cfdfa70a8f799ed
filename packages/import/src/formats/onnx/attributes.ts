import { readNumbers } from '../../bytes/read-numbers.ts';
import type { Field } from './fields.ts';
import { integersOf, textOf } from './fields.ts';
import type { OnnxNode } from './parse-model.ts';

/** A number that a node is told, such as `alpha`; `undefined` where the file leaves it out. */
export function floatOf(node: OnnxNode, name: string): number | undefined {
  return node.attributes.get(name)?.find(({ tag }) => tag === 2)?.number;
}

/** A whole number that a node is told, such as `axis`. */
export function integerOf(node: OnnxNode, name: string): number | undefined {
  return node.attributes.get(name)?.find(({ tag }) => tag === 3)?.number;
}

/** Whole numbers that a node is told, such as `perm`. */
export function integerListOf(node: OnnxNode, name: string): readonly number[] | undefined {
  if (!node.attributes.has(name)) return undefined;
  const items: number[] = [];
  for (const field of fieldsOfAttribute(node, { name, tag: 8 }).slice(0, MOST_ITEMS)) {
    items.push(...integersOf(field, MOST_ITEMS - items.length));
  }
  return items;
}

/** Numbers that a node is told, such as `value_floats`. */
export function floatListOf(node: OnnxNode, name: string): readonly number[] | undefined {
  if (!node.attributes.has(name)) return undefined;
  return fieldsOfAttribute(node, { name, tag: 7 }).flatMap(({ bytes, number }) =>
    bytes === undefined ? number : [...readNumbers(bytes, { type: 'f4', count: bytes.length >> 2 })],
  );
}

/** Texts that a node is told, such as labels. */
export function textListOf(node: OnnxNode, name: string): readonly string[] {
  return fieldsOfAttribute(node, { name, tag: 9 }).map(({ bytes }) =>
    bytes === undefined ? '' : textOf(bytes),
  );
}

const MOST_ITEMS = 10_000;

/** An AttributeProto holds each kind of what a node can be told in a field of its own. */
function fieldsOfAttribute(
  { attributes }: OnnxNode,
  { name, tag }: { readonly name: string; readonly tag: number },
): readonly Field[] {
  return (attributes.get(name) ?? []).filter((field) => field.tag === tag);
}

import type { ThreeMfMaterial, ThreeMfVolume } from './read-three-mf.ts';
import type { XmlElement } from './read-xml.ts';

/** A pattern of numbers in plain decimal text. */
export const DECIMAL = '-?[0-9]+(?:\\.[0-9]+)?';
/** A pattern of whole numbers that are not negative. */
export const WHOLE = '0|[1-9][0-9]*';

/** Throws unless an element has this tag, exactly these attributes, only these children in this order, and no text. */
export function element(
  { tag, attributes, children, text }: XmlElement,
  expected: string,
  attributeNames: readonly string[],
  childTags: readonly string[],
  options: { readonly text?: boolean } = {},
): void {
  equal(tag, expected, 'element');
  equal(
    Object.keys(attributes).sort().join(' '),
    [...attributeNames].sort().join(' '),
    `attributes of ${tag}`,
  );
  const order = children.map((child) => childTags.indexOf(child.tag));
  must(
    order.every((position, i) => position >= 0 && position >= (order[i - 1] ?? 0)),
    `${tag} holds ${children.map((child) => child.tag).join(' ')}`,
  );
  must(options.text === true || text.trim() === '', `${tag} holds text`);
}

/**
 * The settings of an element by key. Throws unless they are exactly these, in this order, and of this `type` or none:
 * PrusaSlicer fails at a setting without one.
 */
export function settings<Key extends string>(
  parent: XmlElement,
  keys: readonly Key[],
  { type }: { readonly type?: string } = {},
): Record<Key, string> {
  const entries = parent.children
    .filter(({ tag }) => tag === 'metadata')
    .map((setting) => {
      element(setting, 'metadata', [...(type === undefined ? [] : ['type']), 'key', 'value'], []);
      equal(setting.attributes.type, type, 'type of a setting');
      return [setting.attributes.key!, setting.attributes.value!] as const;
    });
  equal(entries.map(([key]) => key).join(' '), keys.join(' '), `settings of the ${parent.tag}`);
  return Object.fromEntries(entries) as Record<Key, string>;
}

/**
 * Throws unless an object has the extruder of its only part, the one that Bambu Studio and OrcaSlicer heed then, or that
 * of nothing in particular, the first.
 */
export function checkObjectExtruder(extruder: string, parts: readonly { readonly extruder: number }[]): void {
  equal(extruder, String(parts.length === 1 ? parts[0]!.extruder : 1), 'extruder of the object');
}

/** Throws unless materials come in the order of the extruders that they are printed with, each with those of one alone. */
export function checkMaterials(
  volumes: readonly Pick<ThreeMfVolume, 'name' | 'extruder' | 'material'>[],
  materials: readonly ThreeMfMaterial[],
): void {
  const numbers = volumes.map(({ material }) => materials.indexOf(material));
  for (const [i, { name, extruder }] of volumes.entries()) {
    must(numbers[i]! >= 0, `there is no material for ${name}`);
    const isRight = volumes.every((other, k) => other.extruder <= extruder || numbers[k]! > numbers[i]!);
    must(isRight, `${name} is printed with extruder ${extruder}, but not coloured so`);
  }
  equal(new Set(numbers).size, materials.length, 'materials in use');
}

/** The value of a number without exponent, plus sign or minus zero. */
export function decimal(text: string | undefined): number {
  must(
    new RegExp(`^${DECIMAL}$`).test(text ?? '') && !/^-0(\.0+)?$/.test(text!),
    `${text} is no plain number`,
  );
  return Number(text);
}

/** The value of a whole number without leading zeros. */
export function whole(text: string | undefined): number {
  must(new RegExp(`^(${WHOLE})$`).test(text ?? ''), `${text} is no plain whole number`);
  return Number(text);
}

/** Throws unless two values are the same. */
export function equal<Value>(actual: Value, expected: Value, what: string): void {
  must(actual === expected, `${what} is ${actual} instead of ${expected}`);
}

/** Throws with what is wrong unless all is right. */
export function must(right: boolean, fault: string): asserts right {
  if (!right) throw new Error(`3MF: ${fault}.`);
}

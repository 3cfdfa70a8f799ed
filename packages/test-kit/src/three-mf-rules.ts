import type { ThreeMfMaterial } from './read-three-mf.ts';
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

/** The material that a part is printed in. Throws unless its name says the part's extruder. */
export function materialIn(
  materials: readonly ThreeMfMaterial[],
  number: number | undefined,
  { name, extruder }: { readonly name: string; readonly extruder: number },
): ThreeMfMaterial {
  const material = materials[number ?? -1];
  must(material !== undefined, `there is no material ${number} for ${name}`);
  must(
    material.name.startsWith(`slot ${extruder}: `),
    `${name} is printed with extruder ${extruder}, but not coloured so`,
  );
  return material;
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

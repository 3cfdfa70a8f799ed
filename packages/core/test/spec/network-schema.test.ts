import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkSpecJsonSchema, PRESETS, parseNetworkSpec, writtenInFull } from '../../src/index.ts';
import { fieldNames, networkSpecSchema } from '../../src/internal.ts';
import { networkInputs } from '../arbitraries.ts';

const FILE = '../../schema/network-spec.schema.json';
const validate = new Ajv2020().compile(networkSpecJsonSchema());
const accepts = (input: unknown) => networkSpecSchema.safeParse(input).success;

/** JSON as Biome formats it: lists of plain values on one line. */
function formatJson(value: unknown): string {
  const oneLine = (list: string) =>
    list.replace(/\s*\n\s*/g, ' ').replace(/^\[ | \]$/g, (edge) => edge.trim());
  return `${JSON.stringify(value, null, 2).replace(/\[[^[\]{}]*\]/g, oneLine)}\n`;
}

describe('the shipped JSON Schema', () => {
  // `vitest run --project @neurofab/core -u` writes it anew.
  it('is what the code generates', async () => {
    await expect(formatJson(networkSpecJsonSchema())).toMatchFileSnapshot(FILE);
  });

  it('is what the package exports', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    const path = manifest.exports['./network-spec.schema.json'];
    expect(JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'))).toStrictEqual(
      networkSpecJsonSchema(),
    );
    expect(manifest.files).toContain('schema');
  });

  it('describes every field', () => {
    const { properties } = networkSpecJsonSchema() as {
      properties: Record<string, { description?: string }>;
    };
    expect(Object.keys(properties)).toStrictEqual(fieldNames());
    for (const { description } of Object.values(properties)) expect(description).toMatch(/\.$/);
  });
});

describe('the JSON Schema and the code', () => {
  it('both take what has no fault', () => {
    fc.assert(
      fc.property(networkInputs, (input) => {
        expect(accepts(input)).toBe(true);
        expect(validate(JSON.parse(JSON.stringify(input)))).toBe(true);
      }),
    );
  });

  it.each(Object.keys(PRESETS) as (keyof typeof PRESETS)[])(
    'both take the complete spec of preset %s',
    (preset) => {
      const spec = JSON.parse(
        JSON.stringify({ $schema: FILE, ...writtenInFull(parseNetworkSpec({}, { preset })) }),
      );
      expect(accepts(spec)).toBe(true);
      expect(validate(spec)).toBe(true);
    },
  );

  it('agree on whatever JSON stands in a field, colour names aside', () => {
    const groups = ['base', 'colors', 'resolution'];
    const places = [
      ...fieldNames().map((field) => [field]),
      ...groups.flatMap((group) => fieldNames(group).map((field) => [group, field])),
      ['unknown'],
      ['base', 'unknown'],
      ['layers', 'element'],
    ];
    const numbers = [0, -1, 1, 2, 3, 100, 101, 1000, 1001, 10_000, 10_001, 100_000, 1e9, 0.01, 0.0001, 3.5];
    const values = fc.oneof(fc.constantFrom(...numbers, 'disc', 'none', '', null, [], {}), fc.jsonValue());
    fc.assert(
      fc.property(fc.constantFrom(...places), values, ([field, inner], value) => {
        const isColor = field === 'colors' && JSON.stringify(value).includes('"');
        fc.pre(!isColor);
        const input = {
          [field!]: inner === undefined ? value : inner === 'element' ? [3, value] : { [inner]: value },
        };
        expect(validate(input)).toBe(accepts(input));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([[[]], [null], ['x'], [5]])('both refuse %j as a whole', (input) => {
    expect(validate(input)).toBe(false);
    expect(accepts(input)).toBe(false);
  });
});

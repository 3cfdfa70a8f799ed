// Writes src/bundled/font-data.ts, the bundled font, from M PLUS Rounded 1c Medium: fewer letters, and all strokes thicker, since accents,
// joins and counters of a font for paper are thinner than a nozzle prints at 5 mm. Build before, then:
//     npm pack @expo-google-fonts/m-plus-rounded-1c@0.4.4 && tar -xzf expo-google-fonts-m-plus-rounded-1c-0.4.4.tgz
//     node packages/lettering/scripts/bundle-font.js package/500Medium/MPLUSRounded1c_500Medium.ttf
import { readFileSync, writeFileSync } from 'node:fs';
import { zlibSync } from 'fflate';
import { openFont } from '../dist/open-font.js';
import { characters } from './characters.js';
import { sfntTables, writeWoff } from './sfnt.js';
import { subset } from './subset.js';
import { thicken } from './thicken.js';

const [source] = process.argv.slice(2);
if (!source) throw new Error('Which font? The first lines of this script say it.');
const small = await subset(new Uint8Array(readFileSync(source)), characters());
const tables = thicken(sfntTables(small), await openFont(small));
const woff = writeWoff(tables, (table) => zlibSync(table, { level: 9 }));
const file = new URL('../src/bundled/font-data.ts', import.meta.url);
writeFileSync(
  file,
  `/** A WOFF font in base64, which scripts/bundle-font.js makes. Its licence is OFL.txt of this package. */
export const FONT_DATA =
  '${Buffer.from(woff).toString('base64')}';
`,
);
console.log(`${characters().length} characters, ${woff.length} bytes`);

import { writeFileSync } from 'node:fs';
import { threeMf } from '@neurofab/backend-3mf';
import { stl } from '@neurofab/backend-stl';
import { collect } from '@neurofab/core';
import { BRAILLE_SIZES, brailleOf, bundledFont, outlineOf } from '@neurofab/lettering';
import { findPrinter } from '@neurofab/printers';
import { plan } from '@neurofab/printing';
import { fused, solids } from '@neurofab/solid';
import { prusaSlicerPrint } from '@neurofab/test-kit';
import { it } from 'vitest';
import { couponScene } from '../../src/coupon/coupon-scene.ts';
import { COUPON_BRAILLE, COUPON_LINES } from '../../src/coupon/coupon-sizes.ts';

it('x', async () => {
  const font = await bundledFont();
  const lines = Object.fromEntries(COUPON_LINES.map((l) => [l, outlineOf(l, font)]));
  const scene = couponScene('fdm', {
    lines,
    braille: { ...brailleOf(COUPON_BRAILLE), sizes: BRAILLE_SIZES },
  });
  process.stderr.write(JSON.stringify(scene.bounds) + '\n');
  process.stderr.write(
    JSON.stringify(Object.entries(lines).map(([k, v]) => [k, v.width, v.bottom, v.top])) + '\n',
  );
  writeFileSync('/tmp/coupon.stl', await collect(stl().render(scene, { bodies: fused })));
  const bytes = await collect(threeMf().render(scene, { bodies: solids }));
  for (const pace of ['steady', 'quick'] as const)
    process.stderr.write(JSON.stringify(await prusaSlicerPrint(bytes, { extruders: 1, pace })) + '\n');
  for (const p of ['mk3s', 'mk4', 'p1s', 'mini'])
    process.stderr.write(JSON.stringify(plan(scene, findPrinter(p)!)) + '\n');
}, 60_000);

import type { Printer } from '@neurofab/printers';
import { type PrintPlan, plan as planPrint } from '@neurofab/printing';
import type { Asked } from '../asked/asked.ts';
import { settle } from '../asked/settle.ts';
import { FORMATS } from '../formats.ts';
import { planFiles } from '../plan/plan-files.ts';
import type { PlanOptions } from '../plan/plan-job.ts';
import type { RunnablePlan } from '../render/render-plan.ts';
import { couponScene } from './coupon-scene.ts';
import { COUPON_BRAILLE, COUPON_LINES } from './coupon-sizes.ts';

/** What is asked for of a coupon. */
export type AskedCoupon = Pick<Asked, 'printer' | 'outputs'>;

/** What will come of it. */
export interface CouponPlan extends RunnablePlan {
  readonly printer?: Printer;
  /** Left out where nothing can be said. */
  readonly print?: PrintPlan | undefined;
}

/** Plans a coupon for a printer, or for any of filament: see `couponScene`. */
export async function planCoupon(
  asked: AskedCoupon,
  { formats = FORMATS }: PlanOptions = {},
): Promise<CouponPlan> {
  const settled = settle(asked);
  const { printer } = settled;
  const scene = couponScene(printer?.process ?? 'fdm', await couponLetters());
  const stem = ['coupon', ...(printer === undefined ? [] : [printer.id])].join('-');
  const { files, findings } = planFiles(asked, { settled, scene, stem, formats });
  return {
    scene,
    files,
    settings: {},
    findings: [...settled.findings, ...findings],
    ...(printer !== undefined && { printer, print: planPrint(scene, printer) }),
  };
}

async function couponLetters(): Promise<Parameters<typeof couponScene>[1]> {
  const { brailleOf, bundledFont, outlineOf } = await import('@neurofab/lettering');
  const font = await bundledFont();
  return {
    lines: Object.fromEntries(COUPON_LINES.map((line) => [line, outlineOf(line, font)])),
    braille: brailleOf(COUPON_BRAILLE),
  };
}

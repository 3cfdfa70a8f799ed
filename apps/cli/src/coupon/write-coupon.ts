import { toJson } from '@neurofab/core/internal';
import { type Format, planCoupon, settle } from '@neurofab/job';
import { couponText } from '@neurofab/words';
import type { CouponRequest } from '../arguments/command-line.ts';
import { printerNamed } from '../arguments/printer-named.ts';
import { CommandError } from '../errors.ts';
import { askedOutput, findOutputs, formatNamed, placeFiles } from '../files/outputs.ts';
import { writeFiles } from '../files/write-files.ts';
import { type Io, writeStdout } from '../io.ts';
import { say } from '../words/messages.ts';
import { printAsJson } from '../words/prints-as-json.ts';
import { withProgress } from '../words/progress.ts';
import { sayFiles } from '../words/summary.ts';

/** Writes a coupon, and says what to do with it. Throws a CommandError or a SpecError for one that cannot be written. */
export async function writeCoupon(request: CouponRequest, io: Io, formats: readonly Format[]): Promise<void> {
  const [stray] = request.found.keys();
  if (stray !== undefined) {
    throw new CommandError(
      `--${stray} says what you found out: add --save, which keeps it, or leave it out.`,
    );
  }
  const printer = printerNamed(request)?.id;
  const backends = formats.map((format) => format());
  const found = await findOutputs(request, { io, backends, usual: settle({ printer }).format });
  const outputs = found.length === 0 ? [{ folder: '' }] : found;
  const named = formatNamed(request.format, backends)?.id;
  const asked = { printer, outputs: outputs.map((output) => askedOutput(output, named)) };
  const plan = await planCoupon(asked, { formats });
  const placed = await placeFiles(plan.files, outputs, { io, request: { models: [] } });
  const files = await withProgress(request.quiet, io, (onProgress) =>
    writeFiles(plan, placed, { io, onProgress, inDetail: request.json }),
  );
  if (request.json) {
    await writeStdout(
      io,
      toJson({
        ...(printer !== undefined && { printer }),
        files,
        ...(plan.print !== undefined && { print: printAsJson(plan.print) }),
      }),
    );
  } else if (!request.quiet && files.length > 0) {
    sayFiles(io, files, plan);
    say(io, '');
    for (const line of couponText(plan)) say(io, line);
  }
}

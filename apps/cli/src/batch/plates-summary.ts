import { type PrinterPrint, platePrint } from '@neurofab/job';
import { plateLines } from '@neurofab/words';
import { findingsAsJson } from '../words/findings.ts';
import { printAsJson } from '../words/prints-as-json.ts';
import type { PlannedPlate } from './plan-plates.ts';
import type { Judgement } from './work.ts';

/** A plate, and what printing it shows. */
export interface JudgedPlate extends Judgement {
  readonly planned: PlannedPlate;
}

/** What lies where on all plates and what each takes, in lines. */
export function platesLines(plates: readonly JudgedPlate[]): string[] {
  return plates.flatMap(({ planned: { number, plate, plan }, print }) =>
    plateLines({ ...plate, ...plan }, { number, print }),
  );
}

/** What is printed of all plates, with the colour of each slot. */
export function printsOfPlates(plates: readonly JudgedPlate[]): PrinterPrint[] {
  return plates.flatMap(({ planned: { plan }, print }) =>
    print === undefined ? [] : platePrint(plan, print),
  );
}

/** What is to be known of each plate, for programs. */
export function platesAsJson(plates: readonly JudgedPlate[]): object[] {
  return plates.map(({ planned: { number, rows, plate, plan, placed }, print, findings }) => {
    const [{ request, read }] = rows;
    return {
      plate: number,
      printer: plan.printer!.id,
      networks: plate.networks.map(({ name, network, pieces, isTurned, bounds }) => ({
        ...{ row: rows[network]!.row, name, pieces, isTurned },
        boundsMm: bounds,
      })),
      ...(print !== undefined && { print: printAsJson(print) }),
      findings: findingsAsJson(findings, { request, saved: read.saved, placed }),
    };
  });
}

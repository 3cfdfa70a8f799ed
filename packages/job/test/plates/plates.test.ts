import { type Body, type Bounds, checkMesh, collect, type NetworkSpecInput, type Vec3 } from '@neurofab/core';
import { countSlots, pieceBounds, place } from '@neurofab/core/internal';
import { findPrinter, type Printer } from '@neurofab/printers';
import { solids } from '@neurofab/solid';
import { networks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Asked,
  arrangePlates,
  estimatePrint,
  openModel,
  type Plan,
  type PlateLayout,
  type PlateScene,
  planJob,
  planPlate,
  plateOf,
  plateScene,
  refusals,
  renderPlan,
} from '../../src/index.ts';

const MODES = ['upright', 'flat', 'halves', 'plaque'] as const;
const PRINTERS = ['bambu-p1s-ams', 'bambu-p1s', 'bambu-a1-mini', 'prusa-mk4s', 'generic-resin'];

/** Less than this no slicer is asked to keep apart. */
const LEAST_GAP = 3;

/** What was asked for, as far as a printer prints it. */
function plansOf(asked: readonly Asked[]): Plan[] {
  return asked.map((each) => planJob(each)).filter(({ findings }) => refusals(findings).length === 0);
}

function platesOf(plans: readonly Plan[]): { readonly layout: PlateLayout; readonly plate: PlateScene }[] {
  const named = plans.map(({ scene }, i) => ({ name: `n${i}`, scene }));
  return arrangePlates(plans).map((layout) => ({
    layout,
    plate: plateScene(layout, { networks: named, title: 'plate' }),
  }));
}

/** How far apart two boxes are, along the axis along which they are farthest apart. */
function gapOf(one: Bounds, other: Bounds): number {
  const along = (axis: 0 | 1) => Math.max(one.min[axis] - other.max[axis], other.min[axis] - one.max[axis]);
  return Math.max(along(0), along(1));
}

/** The box of each network on a plate, on the bed, by all that its pieces hold. */
function boxesOnBed({ scene, networks: placed }: PlateScene, { bed }: Printer): Bounds[] {
  const own = placed.map(({ name }) =>
    scene.pieces
      .filter((piece) => piece.name.split(' ')[0] === name)
      .map(pieceBounds)
      .reduce(join),
  );
  const { min, max } = own.reduce(join);
  const by = [bed!.x / 2 - (min[0] + max[0]) / 2, bed!.y / 2 - (min[1] + max[1]) / 2, 0];
  const moved = (point: Bounds['min']) =>
    point.map((value, axis) => value + by[axis]!) as unknown as Bounds['min'];
  return own.map((box) => ({ min: moved(box.min), max: moved(box.max) }));
}

function join(one: Bounds, other: Bounds): Bounds {
  const of = (pick: typeof Math.min, end: 'min' | 'max') =>
    one[end].map((value, axis) => pick(value, other[end][axis]!)) as unknown as Bounds['min'];
  return { min: of(Math.min, 'min'), max: of(Math.max, 'max') };
}

/** Of anything of which a printer prints more than one at a time. */
const sets = fc.record({
  printer: fc.constantFrom(...PRINTERS),
  asked: fc.array(
    fc.record({
      network: networks({ maxLayers: 4, maxNodes: 4 }),
      mode: fc.constantFrom(...MODES),
      color: fc.constantFrom('red', 'blue', 'green', 'black', 'white'),
    }),
    { minLength: 1, maxLength: 8 },
  ),
});

function askedOf({ printer, asked }: typeof sets extends fc.Arbitrary<infer Set> ? Set : never): Asked[] {
  return asked.map(({ network, mode, color }) => ({
    printer,
    network: {
      ...network,
      mode,
      colors: { connections: color },
      base: mode === 'upright' ? network.base! : { shape: network.base!.shape! },
    },
  }));
}

describe('plates', () => {
  it('hold each network once, apart, on the bed, beside its corner, in no more colours than there are slots', () => {
    let shared = 0;
    fc.assert(
      fc.property(sets, (set) => {
        const plans = plansOf(askedOf(set));
        const plates = platesOf(plans);
        const pieces = plates.flatMap(({ layout, plate: { scene } }) => {
          expect(layout.places.length).toBeGreaterThan(0);
          return scene.pieces.map(({ name }) => name);
        });
        expect(pieces).toHaveLength(plans.reduce((sum, { scene }) => sum + scene.pieces.length, 0));
        expect(new Set(pieces).size).toBe(pieces.length);
        const printer = findPrinter(set.printer)!;
        for (const { plate } of plates) {
          const boxes = boxesOnBed(plate, printer);
          for (const [i, { min, max }] of boxes.entries()) {
            for (const axis of ['x', 'y'] as const) {
              expect(min[axis === 'x' ? 0 : 1]).toBeGreaterThan(-1e-3);
              expect(max[axis === 'x' ? 0 : 1]).toBeLessThan(printer.bed![axis] + 1e-3);
            }
            for (const other of boxes.slice(0, i))
              expect(gapOf({ min, max }, other)).toBeGreaterThan(LEAST_GAP);
            const { corner = [0, 0] } = printer.bed!;
            // What takes the bed for itself has it.
            if (boxes.length > 1) expect(min[0] >= corner[0] || min[1] >= corner[1]).toBe(true);
          }
          if (boxes.length > 1) shared++;
          expect(countSlots(plate.scene.parts)).toBeLessThanOrEqual(printer.colors.slots);
        }
      }),
      { numRuns: 60 },
    );
    expect(shared).toBeGreaterThan(20);
  });

  it('take colours as each network has them, equal ones in one slot', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const plans = plansOf(askedOf({ ...set, printer: 'bambu-p1s-ams' }));
        for (const { layout, plate } of platesOf(plans)) {
          const { parts } = plate.scene;
          const slots = new Map(parts.map(({ color, slot }) => [color, slot]));
          expect(parts.every(({ color, slot }) => slots.get(color) === slot)).toBe(true);
          expect(new Set(slots.values()).size).toBe(slots.size);
          const own = layout.places.flatMap(({ network }) => plans[network]!.scene.parts);
          const tell = ({ name, color, ownColor }: (typeof own)[0]) => `${name} ${color} ${ownColor}`;
          expect(new Set(parts.map(tell))).toEqual(new Set(own.map(tell)));
        }
      }),
      { numRuns: 20 },
    );
  });

  const SMALL: NetworkSpecInput = { layers: [1, 1], layerSpacing: 20 };
  const small = (change: NetworkSpecInput = {}, printer = 'bambu-p1s-ams'): Asked => ({
    printer,
    network: { ...SMALL, ...change },
  });

  it('keep the order of networks where that costs no plate', () => {
    const plates = arrangePlates(plansOf(Array.from({ length: 60 }, () => small())));
    expect(plates.length).toBeGreaterThan(1);
    const order = plates.flatMap(({ places }) => places.map(({ network }) => network));
    expect(order).toEqual([...order.keys()]);
  });

  it('fill a bed but for the corner that its slicer keeps for itself', () => {
    const printer = findPrinter('bambu-p1s')!;
    // So wide that rows of them reach from edge to edge.
    const plans = plansOf(Array.from({ length: 60 }, () => small({ layerSpacing: 22 }, printer.id)));
    const [{ plate }] = platesOf(plans) as [ReturnType<typeof platesOf>[0]];
    const boxes = boxesOnBed(plate, printer);
    const [x, y] = printer.bed!.corner!;
    expect(Math.min(...boxes.map(({ min }) => min[0]))).toBeLessThan(x);
    expect(Math.min(...boxes.map(({ min }) => min[1]))).toBeLessThan(y);
    expect(boxes.every(({ min }) => min[0] >= x || min[1] >= y)).toBe(true);
  });

  it('are fewer where small networks go beside large ones that come later', () => {
    const large = small({ layers: [6, 6] }, 'bambu-a1-mini');
    const asked = Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? large : small({}, 'bambu-a1-mini')));
    const plates = arrangePlates(plansOf(asked));
    expect(plates.length).toBeLessThan(asked.length / 2 + 1);
  });

  it('part networks of different printers, formats and layers', () => {
    const asked = [
      small(),
      small({}, 'prusa-mk4s'),
      { ...small(), format: 'stl' },
      small({ layerHeight: 0.1 }),
      small(),
    ];
    const plates = arrangePlates(plansOf(asked)).map(({ places }) => places.map(({ network }) => network));
    expect(plates).toEqual([[0, 4], [1], [2], [3]]);
  });

  it('are as high as what lies there, also where a network is parted', () => {
    const layers = [3, 6, 6, 4, 2];
    const plans = plansOf(
      (['halves', 'flat'] as const).map((mode) => ({ printer: 'bambu-a1-mini', network: { layers, mode } })),
    );
    const heights = platesOf(plans).map(({ plate: { scene } }) => {
      expect(scene.bounds.max[2]).toBe(Math.max(...scene.pieces.map((piece) => pieceBounds(piece).max[2])));
      return scene.bounds.max[2];
    });
    expect(new Set(heights).size).toBeGreaterThan(1);
  });

  it('change filament once a layer for all that lie there, and leave room for a tower', () => {
    const plans = plansOf(Array.from({ length: 6 }, () => small()));
    const [{ plate }] = platesOf(plans) as [ReturnType<typeof platesOf>[0]];
    const planned = planPlate(plate, { asked: plans[0]!.asked, name: 'plate' });
    expect(planned.findings).toEqual([]);
    const [all, one] = [planned, plans[0]!].map((plan) => estimatePrint(plan)!);
    expect(all!.toolChanges).toBe(one!.toolChanges);
    expect(all!.grams / one!.grams).toBeCloseTo(6, 1);
  });

  it('are joined once for all pieces that are the same, which stay so to the last bit', async () => {
    const asked = [
      small({ nodeRadius: 3.37 }),
      small({ nodeRadius: 3.37 }),
      small({ nodeRadius: 5 }),
    ].flatMap((each) => [each, each]);
    for (const { plate } of platesOf(plansOf(asked))) {
      const { scene } = plate;
      expect(scene.pieces.filter(({ repeats }) => repeats === undefined)).toHaveLength(4);
      const bodies: Body[] = [];
      for await (const body of await solids(scene)) bodies.push(body);
      for (const { mesh, piece, part } of bodies) {
        expect(checkMesh(mesh)).toMatchObject({ openEdges: 0, crowdedEdges: 0, degenerateTriangles: 0 });
        const { repeats } = scene.pieces[piece]!;
        if (repeats === undefined) continue;
        const first = bodies.find((body) => body.piece === repeats.piece && body.part === part)!.mesh;
        const moved = Array.from({ length: first.positions.length / 3 }, (_, i) =>
          place([...first.positions.subarray(3 * i, 3 * i + 3)] as unknown as Vec3, repeats.by),
        );
        expect([...mesh.positions]).toEqual(moved.flat());
      }
    }
  });

  it('are files of either format, from which no network can be read', async () => {
    for (const format of ['stl', '3mf']) {
      const plans = plansOf(
        [small({ name: 'Anna' }), small({ name: 'Zoë' })].map((asked) => ({ ...asked, format })),
      );
      const networks = plans.map(({ spec, asked }) => ({ name: spec.name, asked }));
      const { plate, plan } = await plateOf({ number: 7, layout: arrangePlates(plans)[0]!, networks });
      expect(plate.networks.map(({ name }) => name)).toEqual(['Anna', 'Zoë']);
      expect(plan.files.map(({ name }) => name)).toEqual([`plate-7.${format}`, 'plate-7.png']);
      for await (const { file, chunks } of renderPlan(plan)) {
        const bytes = await collect(chunks!);
        expect(await openModel({ name: file.name, bytes })).toMatchObject({ kind: 'foreign' });
      }
    }
  });
});

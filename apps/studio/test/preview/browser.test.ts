import { type Lettering, layout, type NetworkSpecInput, parseNetworkSpec, type Vec3 } from '@neurofab/core';
import { lettered } from '@neurofab/job';
import { itAsks } from '@neurofab/test-kit';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { castRays } from './cast-rays.ts';
import { type OpenPage, withPages } from './with-pages.ts';

/** Of the canvas of the page. */
const SIZE = { width: 640, height: 480 };

/** Along either side rays are one in so many pixels of the page, and the canvas has so many for each: where it has few, much of thin rods is edges, which are both colours. */
const [SPARSE, FINE] = [2, 2];

/** More rods than are drawn at once before it is known what the graphics card manages. */
const MANY: NetworkSpecInput = { layers: [60, 60], connectionRadius: 0.5 };

const WEIGHTED: NetworkSpecInput = { layers: [4, 5, 3], weights: [matrix(5, 4), matrix(3, 5)] };
const SQUARE_WHERE_NEGATIVE: NetworkSpecInput = {
  ...WEIGHTED,
  mode: 'halves',
  signShape: true,
  colors: { base: '#C0C0C0' },
};

describe('a preview in Chromium', () => {
  itAsks('chromium')('shows as much of each colour as there is to be seen', async () => {
    await withPages(async (open) => {
      await comparesWithRays(open, {});
      await comparesWithRays(open, { mode: 'flat' }, -50);
      await comparesWithRays(open, { ...WEIGHTED, mode: 'halves' }, -70);
      await comparesWithRays(open, { ...WEIGHTED, mode: 'plaque' });
    });
  });

  itAsks('chromium')('looks as the closed bodies do from above and from below', async () => {
    await withPages((open) =>
      open(async (page) => {
        for (const input of [{ mode: 'flat' }, SQUARE_WHERE_NEGATIVE] satisfies NetworkSpecInput[]) {
          for (const isAssembled of [false, true]) {
            for (const tiltDegrees of [0, -90]) {
              const seen = { input, isAssembled, tiltDegrees };
              const different = await page.evaluate(differenceToBodies, seen);
              expect(different, JSON.stringify(seen)).toBeLessThan(0.03);
            }
          }
        }
      }),
    );
  });

  itAsks('chromium')('looks as closed bodies do where there are holes', async () => {
    await withPages((open) =>
      open(async (page) => {
        const { pieces } = layout(parseNetworkSpec(SQUARE_WHERE_NEGATIVE));
        for (const { nodes, voids } of pieces) {
          const hole = voids!.filter((solid) => solid.kind === 'prism').find(({ to }) => to[0]![2] > 0)!;
          const near = nodes.length > 0 ? middleOf(hole.from, 0) : middleOf(hole.to, hole.to[0]![2]);
          const tiltDegrees = nodes.length > 0 ? -90 : 0;
          const seen = { input: SQUARE_WHERE_NEGATIVE, isAssembled: false, tiltDegrees, near };
          const different = await page.evaluate(differenceToBodies, seen);
          expect(different, JSON.stringify(near)).toBeLessThan(0.1);
        }
      }),
    );
  });

  itAsks('chromium')('looks as closed bodies do where text is cut in', async () => {
    await withPages((open) =>
      open(async (page) => {
        for (const mode of ['upright', 'flat', 'plaque'] as const) {
          const input = { layers: [3, 3], text: 'Ağ8', engraved: true, braille: 'a', mode };
          const { lettering } = await lettered({ network: input });
          const { pieces } = layout(parseNetworkSpec(input, { lettering }));
          const letters = pieces.flatMap(({ voids = [] }) => voids).filter((solid) => solid.kind === 'prism');
          const near = middleOf(letters.at(-1)!.to, letters.at(-1)!.to[0]![2] - 1);
          for (const tiltDegrees of [0, 40]) {
            const seen = { input, lettering, isAssembled: false, tiltDegrees, near, reach: 60 };
            expect(await page.evaluate(differenceToBodies, seen), `${mode} ${tiltDegrees}`).toBeLessThan(
              0.05,
            );
          }
        }
      }),
    );
  });

  itAsks('chromium')('fits what it shows first, and leaves the camera alone afterwards', async () => {
    await withPages((open) =>
      open(async (page) => {
        const [first, orbited, afterwards, fitted] = await page.evaluate(async () => {
          const matrix = () => Array.from(studio.preview!.viewMatrix());
          await studio.show({});
          const first = matrix();
          studio.preview!.orbit({ turnDegrees: 30, tiltDegrees: 10 });
          const orbited = matrix();
          await studio.show({ layers: [9, 9], nodeRadius: 6 });
          const afterwards = matrix();
          studio.preview!.fit();
          return [first, orbited, afterwards, matrix()];
        });
        expect(orbited).not.toEqual(first);
        expect(afterwards).toEqual(orbited);
        expect(fitted).not.toEqual(orbited);
      }),
    );
  });

  itAsks('chromium')('is turned by drags, keys, two fingers and the wheel', async () => {
    await withPages((open) =>
      open(async (page) => {
        await page.evaluate(() => studio.show({}));
        const canvas = page.locator('canvas');
        const views = [await viewOf(page)];
        const changesWith = async (act: () => Promise<unknown>) => {
          await act();
          const view = await viewOf(page);
          expect(view).not.toEqual(views.at(-1));
          views.push(view);
        };
        await changesWith(() => drag(page, [60, 0]));
        await page.keyboard.down('Shift');
        await changesWith(() => drag(page, [0, 30]));
        await page.keyboard.up('Shift');
        await changesWith(() => page.mouse.wheel(0, 200));
        for (const key of ['ArrowLeft', 'ArrowUp', '+', '-']) await changesWith(() => canvas.press(key));
        const before = views.at(-1)!;
        await canvas.press('0');
        const after = await viewOf(page);
        expect(directionOf(after)).toEqual(directionOf(before));
        expect(after).not.toEqual(before);
        await page.mouse.move(SIZE.width / 2, SIZE.height / 2);
        expect(await viewOf(page)).toEqual(after);
        await changesWith(() => pinch(page));
        // Nearer in the same direction, since what counts is the distance of the fingers.
        expect(directionOf(views.at(-1)!)).toEqual(directionOf(after));
        expect(views.at(-1)![14]).toBeGreaterThan(after[14]!);
      }),
    );
  });

  itAsks('chromium')('draws the same again after its context was lost and came back', async () => {
    await withPages((open) =>
      open(async (page) => {
        const { events, different } = await page.evaluate(async () => {
          await studio.show({ mode: 'halves' }, { bed: { x: 180, y: 180 } });
          await studio.rest();
          const before = studio.image();
          const context = document.querySelector('canvas')!.getContext('webgl2')!;
          const loss = context.getExtension('WEBGL_lose_context')!;
          const until = async (event: string) => {
            while (!studio.events.includes(event)) await new Promise((done) => setTimeout(done, 20));
          };
          loss.loseContext();
          await until('lost');
          studio.preview!.orbit({ turnDegrees: 0, tiltDegrees: 0 });
          loss.restoreContext();
          await until('restored');
          await studio.rest();
          return { events: studio.events, different: studio.differs(before) };
        });
        expect(events.filter((event) => event !== 'sketch')).toEqual(['lost', 'restored']);
        expect(different).toBeLessThan(0.001);
      }),
    );
  });

  itAsks('chromium')('is not there without WebGL', async () => {
    await withPages((open) =>
      open(async (page) => expect(await page.evaluate(() => studio.preview)).toBeUndefined(), {
        args: ['--disable-3d-apis'],
      }),
    );
  });

  itAsks('chromium')(
    'draws many rods as lines while something is dragged, and as solids at rest',
    async () => {
      await withPages(async (open) => {
        const isSlow = await rodsDrawn(open, { isSlow: true });
        expect(isSlow).toEqual({ first: 'lines', atRest: 'solids', dragged: 'lines', events: ['sketch'] });
        const isQuick = await rodsDrawn(open, { isSlow: false });
        expect(isQuick).toEqual({ first: 'lines', atRest: 'solids', dragged: 'solids', events: [] });
      });
    },
  );
});

function matrix(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, k) => Math.sin(3 * i + 7 * k)),
  );
}

/** Compares the shares of colours with those that rays find, tilted so far from the usual view. */
async function comparesWithRays(open: OpenPage, input: NetworkSpecInput, tiltDegrees = 0): Promise<void> {
  const scene = layout(parseNetworkSpec(input));
  const colors = [...new Set(scene.parts.map(({ color }) => color))];
  let seen: { counts: number[]; matrix: number[] } | undefined;
  await open(
    async (page) => {
      seen = await page.evaluate(countColors, { input, tiltDegrees, colors });
    },
    { deviceScaleFactor: FINE },
  );
  const { counts, matrix } = seen!;
  const size = { width: SIZE.width / SPARSE, height: SIZE.height / SPARSE };
  const rays = castRays(scene, { matrix, ...size, angleDegrees: 28 });
  const found = colors.map((color) => (rays.get(color) ?? 0) * (SPARSE * FINE) ** 2);
  for (const [i, color] of colors.entries()) {
    const difference = shares(counts)[i]! - shares(found)[i]!;
    expect(Math.abs(difference), `${input.mode} ${color}`).toBeLessThan(0.01);
  }
  // And as much in all, which shares alone do not say.
  expect(sum(counts) / sum(found)).toBeCloseTo(1, 1);
}

interface Asked {
  readonly input: NetworkSpecInput;
  readonly tiltDegrees: number;
}

/** Runs in the page. */
async function countColors({ input, tiltDegrees, colors }: Asked & { readonly colors: readonly string[] }) {
  await studio.show(input);
  studio.preview!.orbit({ turnDegrees: 0, tiltDegrees });
  studio.preview!.fit();
  // The ruler is in a colour of its own, which is left out again.
  studio.preview!.setLineColor('#FF00FF');
  await studio.rest();
  return {
    counts: studio.count([...colors, '#FF00FF']).slice(0, -1),
    matrix: Array.from(studio.preview!.viewMatrix()),
  };
}

/** Runs in the page; `near` is a point to look at from nearby. */
async function differenceToBodies({
  input,
  lettering,
  isAssembled,
  tiltDegrees,
  near,
  reach = 8,
}: Asked & {
  readonly lettering?: Lettering | undefined;
  readonly isAssembled: boolean;
  readonly near?: Vec3;
  readonly reach?: number;
}) {
  const preview = studio.preview!;
  await studio.show(input, { lettering, isAssembled });
  preview.look('usual');
  preview.orbit({ turnDegrees: 0, tiltDegrees });
  // What is nearer than the target moves farther than it is told: half the way, some times over.
  for (let turn = 0; near !== undefined && turn < 12; turn++) {
    const [x, y] = preview.project(near)!;
    const { clientWidth, clientHeight } = document.querySelector('canvas')!;
    preview.pan((clientWidth / 2 - x) / 2, (y - clientHeight / 2) / 2);
    if (turn === 0) preview.zoom(4);
  }
  await studio.rest();
  const live = studio.image();
  await studio.show(input, { lettering, isAssembled, isExact: true });
  await studio.rest();
  return studio.differs(live, near === undefined ? undefined : { reach, clearly: 12 });
}

/** The middle of a ring, at a height. */
function middleOf(ring: readonly Vec3[], height: number): Vec3 {
  const [x, y] = [0, 1].map((axis) => ring.reduce((sum, corner) => sum + corner[axis]!, 0) / ring.length);
  return [x!, y!, height];
}

/** What rods are drawn as on a graphics card that is said to be slow, or quick. */
async function rodsDrawn(open: OpenPage, { isSlow }: { readonly isSlow: boolean }) {
  let result: unknown;
  await open(
    async (page) => {
      result = await page.evaluate(async (input) => {
        const { drawn } = globalThis as unknown as { drawn: string[] };
        const next = async (act: () => unknown) => {
          drawn.length = 0;
          await act();
          while (drawn.length === 0) await new Promise((done) => setTimeout(done, 20));
          return drawn[0];
        };
        const first = await next(() => {
          studio.preview!.hold(true);
          return studio.show(input);
        });
        const before = studio.frames();
        const atRest = await next(() => studio.preview!.hold(false));
        while (studio.frames() === before) await new Promise((done) => setTimeout(done, 20));
        const dragged = await next(() => studio.preview!.orbit({ turnDegrees: 5, tiltDegrees: 0 }));
        return { first, atRest, dragged, events: studio.events };
      }, MANY);
    },
    { script: watchRods(isSlow) },
  );
  return result;
}

/** Runs before the page: notes how many rods are drawn, and says how quickly. */
function watchRods(isSlow: boolean): string {
  return `(${(slow: boolean) => {
    const drawn: string[] = [];
    const { prototype } = WebGL2RenderingContext;
    const { drawArrays, drawElementsInstanced, getSyncParameter } = prototype;
    const late = new WeakSet<WebGLSync>();
    prototype.drawArrays = function (mode, first, count) {
      if (mode === this.LINES && first >= 120 * 2) drawn.push('lines');
      return drawArrays.call(this, mode, first, count);
    };
    prototype.drawElementsInstanced = function (...args) {
      if (args[4] > 120) drawn.push('solids');
      return drawElementsInstanced.apply(this, args);
    };
    prototype.getSyncParameter = function (sync, name) {
      if (!slow) return this.SIGNALED;
      if (late.has(sync)) return getSyncParameter.call(this, sync, name);
      late.add(sync);
      return this.UNSIGNALED;
    };
    Object.assign(globalThis, { drawn });
  }})(${isSlow})`;
}

async function drag(page: Page, [right, down]: readonly [number, number]): Promise<void> {
  await page.mouse.move(SIZE.width / 2, SIZE.height / 2);
  await page.mouse.down();
  await page.mouse.move(SIZE.width / 2 + right, SIZE.height / 2 + down, { steps: 3 });
  await page.mouse.up();
}

/** Two fingers that move apart. */
async function pinch(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: apart === undefined ? [] : [-apart, apart].map((x, id) => ({ x: 320 + x, y: 240, id })),
    });
  await touch('touchStart', 40);
  for (const apart of [50, 70, 100]) await touch('touchMove', apart);
  await touch('touchEnd');
}

function viewOf(page: Page): Promise<number[]> {
  return page.evaluate(() => Array.from(studio.preview!.viewMatrix()));
}

/** What of a matrix turns. */
function directionOf(view: readonly number[]): number[] {
  return view.slice(0, 12);
}

function shares(counts: readonly number[]): number[] {
  return counts.map((count) => count / sum(counts));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

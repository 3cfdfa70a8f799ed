import { isDoneWithin } from './is-done-within.ts';

/** What the graphics card manages, learnt from what it did. */
export interface Pace {
  /** Whether frames with smooth edges are quick enough while something moves. */
  isFluent(): boolean;
  /** To be called after such a frame. */
  watch(): void;
  /** Whether solids of so many rods take longer than a frame. */
  isTooMuch(rods: number): boolean;
  /** How many rods a step is to have. */
  rodsAtOnce(): number;
  /** Takes steps one after the other, so that the page goes on, as long as it may; whether it came to the end. */
  take(steps: Iterable<void>, mayGoOn: () => boolean): Promise<boolean>;
}

/** Milliseconds that a frame with smooth edges may take, and a step of rods. */
const [FLUENT, QUICK] = [20, 16];

/** Slow frames on end, or slow steps, that are no chance. */
const TOO_SLOW = 2;

/** So many steps of rods may be a frame. */
const STEPS_OF_FRAME = 3;

/** Rods of the first step and of the least. */
const [FIRST_STEP, LEAST_STEP] = [1000, 125];

/** As if it managed everything but many rods, of which nothing is known before they are drawn. `onSlow` is called once, when steps are slow, and edges are not to be smooth any more. */
export function createPace(gl: WebGL2RenderingContext, onSlow: () => void): Pace {
  // The first frame waits for shaders to be compiled.
  let slowFrames = -1;
  let isWatching = false;
  let slowSteps = 0;
  let atOnce = FIRST_STEP;
  return {
    isFluent: () => slowFrames < TOO_SLOW,
    watch() {
      if (!isWatching) void watchOne();
    },
    isTooMuch: (rods) => rods > STEPS_OF_FRAME * atOnce,
    rodsAtOnce: () => atOnce,
    async take(steps, mayGoOn) {
      for (const _ of steps) {
        const isQuick = await isDoneWithin(gl, QUICK);
        if (!mayGoOn()) return false;
        atOnce = isQuick ? 2 * atOnce : Math.max(LEAST_STEP, atOnce / 2);
        if (isQuick || ++slowSteps !== TOO_SLOW) continue;
        slowFrames = TOO_SLOW;
        onSlow();
        if (!mayGoOn()) return false;
      }
      return true;
    },
  };

  async function watchOne(): Promise<void> {
    isWatching = true;
    const isQuick = await isDoneWithin(gl, FLUENT);
    isWatching = false;
    slowFrames = isQuick ? 0 : slowFrames + 1;
  }
}

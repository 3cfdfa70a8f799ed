import { join } from 'node:path';
import { buildPage } from '@neurofab/studio/build-page';
import { inFolder, itAsks } from '@neurofab/test-kit';
import { describe, expect } from 'vitest';
import type { Contestant, Round } from '../src/contestant.ts';
import { firstPicture } from '../src/pages/first-picture.ts';
import type { Site } from '../src/pages/on-page.ts';
import { saving } from '../src/pages/saving.ts';
import { draggedFrame, sliderEvent } from '../src/pages/sliding.ts';
import { buildThreePage } from '../src/pages/three-page.ts';

describe('on a page in Chromium', () => {
  itAsks('chromium')('the first picture is waited for, be it the page’s or three.js’', async () => {
    expect(
      await roundsOf(firstPicture('Neurofab', studio), firstPicture('three.js', buildThreePage)),
    ).toEqual([TIMED, TIMED]);
  });

  itAsks('chromium')('a slider is dragged', async () => {
    expect(await roundsOf(sliderEvent({ site: studio }), draggedFrame({ site: studio }))).toEqual([
      TIMED,
      TIMED,
    ]);
  });

  itAsks('chromium')('the second click gives the file of the first', async () => {
    const [first, second] = await roundsOf(
      saving({ click: 1, site: studio }),
      saving({ click: 2, site: studio }),
    );
    expect(first!.measured!.triangles).toBeGreaterThan(1000);
    expect(second!.measured).toEqual(first!.measured);
  });
});

const TIMED = { milliseconds: expect.any(Number) };

const studio: Site = async (folder) => {
  const page = join(folder, 'studio');
  await buildPage(page);
  return page;
};

/** One round of each. */
function roundsOf(...contestants: readonly Contestant[]): Promise<Round[]> {
  return inFolder(async (folder) => {
    const rounds: Round[] = [];
    for (const contestant of contestants) {
      const { round, stop } = await contestant.start({ folder, limitSeconds: 60 });
      try {
        rounds.push(await round({ measure: true }));
      } finally {
        stop();
      }
    }
    return rounds;
  });
}

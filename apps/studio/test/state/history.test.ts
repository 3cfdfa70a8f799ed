import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanced, type History, historyOf, redone, settled, undone } from '../../src/state/history.ts';

const states = fc.array(fc.nat(), { minLength: 1, maxLength: 50 });

describe('a history', () => {
  it('goes back through all states that it went forth through, and forth again', () => {
    fc.assert(
      fc.property(fc.nat(), states, (first, next) => {
        let history = next.reduce<History<number>>((before, now) => advanced(before, now), historyOf(first));
        const there = history;
        for (const state of [...next].reverse()) {
          expect(history.now).toBe(state);
          history = undone(history);
        }
        expect(history.now).toBe(first);
        expect(undone(history).now).toBe(first);
        for (const state of next) {
          history = redone(history);
          expect(history.now).toBe(state);
        }
        expect({ ...redone(history), drag: undefined }).toEqual({ ...there, drag: undefined });
      }),
    );
  });

  it('has one step for all that is dragged, and another for the next drag of the same', () => {
    let history = historyOf(0);
    for (const state of [1, 2, 3]) history = advanced(history, state, 'radius');
    expect(undone(history).now).toBe(0);
    history = advanced(settled(history), 4, 'radius');
    expect(undone(history).now).toBe(3);
    expect(undone(undone(history)).now).toBe(0);
  });

  it('has a step for each control that is dragged', () => {
    const history = advanced(advanced(historyOf(0), 1, 'radius'), 2, 'spacing');
    expect(undone(history).now).toBe(1);
  });

  it('forgets what would have come once something else is done', () => {
    const history = advanced(undone(advanced(historyOf(0), 1)), 2);
    expect(redone(history).now).toBe(2);
    expect(history.future).toEqual([]);
  });

  it('keeps 500 steps', () => {
    let history = historyOf(0);
    for (let state = 1; state <= 600; state++) history = advanced(history, state);
    expect(history.past.length).toBe(500);
    expect(history.past[0]).toBe(100);
  });
});

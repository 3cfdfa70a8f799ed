import { describe, expect, it } from 'vitest';
import { dropWeights, setAsked, setField, setNetwork, setPrinter } from '../../src/state/edits.ts';
import { stand } from '../../src/state/stand.ts';

describe('an edit', () => {
  it('gives a field, and takes it out again with the group that it was alone in', () => {
    const given = setField(['base', 'radius'], 40)({ network: { layers: [3, 2] } });
    expect(given).toEqual({ network: { layers: [3, 2], base: { radius: 40 } } });
    expect(setField(['base', 'radius'], undefined)(given)).toEqual({ network: { layers: [3, 2] } });
  });

  it('names another printer without what was said for the one before', () => {
    const asked = { network: { layers: [3, 2] }, printer: 'prusa-mk4s', slots: 2, scale: 2 };
    expect(setPrinter('bambu-a1-mini')(asked)).toEqual({
      network: { layers: [3, 2] },
      printer: 'bambu-a1-mini',
      scale: 2,
    });
    expect(setPrinter(undefined)(asked)).toEqual({ network: { layers: [3, 2] }, scale: 2 });
  });

  it('draws another network for the same printer', () => {
    const asked = { network: { layers: [3, 2] }, printer: 'prusa-mk4s', slots: 2 };
    expect(setNetwork({ layers: [5, 1] })(asked)).toEqual({
      network: { layers: [5, 1] },
      printer: 'prusa-mk4s',
    });
  });

  it('forgets weights with all that means nothing without, so that the layers stand', () => {
    const network = {
      layers: [2, 1],
      weights: [[[1, -1]]],
      thickest: 3,
      signShape: true,
      colors: { negative: 'red' },
      trained: { file: 'xor.onnx' },
    };
    const asked = dropWeights()({ network });
    expect(asked).toEqual({ network: { layers: [2, 1] } });
    expect(stand(asked)).toHaveProperty('standing');
  });
});

describe('what is asked for', () => {
  it('stands without fields that mean nothing beside the others', () => {
    const disc = { network: { layers: [3, 2], base: { radius: 40, thickness: 3 } } };
    expect(stand(setField(['base', 'shape'], 'none')(disc)).asked).toEqual({
      network: { layers: [3, 2], base: { shape: 'none' } },
    });
    const flat = { network: { layers: [3, 2], mode: 'flat', layerHeight: 0.3 } } as const;
    expect(stand(setField(['mode'], 'upright')(flat)).asked.network).toEqual({
      layers: [3, 2],
      mode: 'upright',
    });
  });

  it('does not stand with values that cannot be, and says where', () => {
    const stood = stand(setField(['nodeRadius'], 'abc')({}));
    expect(stood).toMatchObject({ faults: [{ path: ['nodeRadius'] }] });
  });

  it('leaves open what is not asked for', () => {
    expect(setAsked('slots', undefined)({ slots: 3 })).toEqual({});
  });
});

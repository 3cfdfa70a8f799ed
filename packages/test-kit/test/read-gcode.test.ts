import { readGcode } from '@neurofab/test-kit';
import { expect, it } from 'vitest';

const object = /^;(?:OBJECT (.*)|END)$/;

it('tells what each tool pushes out for which object', () => {
  const text = `
; T7 and E99 in a comment
M82 ;absolute
T1
G92 E0
G1 X1 E.5
;OBJECT one
G1 X2 E2 F1800
G0 X3
G92 E0.0
G1 X4 E3
T0
G92 E0
G1 X5 E1
;END
G1 X6 E1.25
`;
  expect(readGcode(text, { object })).toEqual({
    tools: [0, 1],
    extrusions: [
      { tool: 0, object: 'one', filament: 1 },
      { tool: 0, object: '', filament: 0.25 },
      { tool: 1, object: '', filament: 0.5 },
      { tool: 1, object: 'one', filament: 4.5 },
    ],
  });
});

it.each([
  ['absolute', 'M82\nG1 E10\nG1 E8\nT1\nG92 E0\nG1 E1\nT0\nG92 E8\nG1 F1800 E9\nG1 E10\nG1 X1 E11'],
  ['relative', 'M83\nG1 E10\nG1 E-2\nT1\nG92 E0\nG1 E1\nT0\nG92 E0\nG1 F1800 E1\nG1 E1\nG1 X1 E1'],
])('counts once what is pulled back and pushed again, with %s lengths', (_, text) => {
  expect(readGcode(text, { object }).extrusions).toEqual([
    { tool: 0, object: '', filament: 11 },
    { tool: 1, object: '', filament: 1 },
  ]);
});

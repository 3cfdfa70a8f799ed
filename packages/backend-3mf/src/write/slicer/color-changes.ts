import { formatDecimal } from '@neurofab/core/internal';
import type { FileContent } from '../file-content.ts';

/** PrusaSlicer's number for a change of colour, and the G-code of most printers for a change of filament by hand. */
const COLOR_CHANGE = { type: 0, gcode: 'M600' };

/**
 * `Metadata/Prusa_Slicer_custom_gcode_per_print_z.xml`: PrusaSlicer changes the filament before the first layer whose upper side is
 * at that height or above it. So the height is half-way up the layer, where slicers cut: whatever the first layer is like, what is
 * cut above the change has the new colour.
 */
export function colorChanges({ colorChanges: changes }: FileContent): string {
  const { type, gcode } = COLOR_CHANGE;
  const codes = changes.map(({ height, top, color }) => {
    const half = formatDecimal((height + top) / 2, 6);
    return `<code print_z="${half}" type="${type}" extruder="1" color="${color}" extra="" gcode="${gcode}"/>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<custom_gcodes_per_print_z>
${codes.join('')}<mode value="SingleExtruder"/>
</custom_gcodes_per_print_z>
`;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';

// Cura's own place, and where .ci/run unpacks them: the package has a whole desktop program besides.
const RESOURCES = ['/usr/share/cura/resources', join(import.meta.dirname, '../../../.cache/cura')];

/** The folders with Cura's definitions of printers and of their extruders, or `undefined` where there are none. */
export function curaDefinitions(): { readonly printers: string; readonly extruders: string } | undefined {
  return RESOURCES.map((resources) => ({
    printers: join(resources, 'definitions'),
    extruders: join(resources, 'extruders'),
  })).find(({ printers, extruders }) => existsSync(printers) && existsSync(extruders));
}

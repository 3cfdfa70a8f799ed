import type { Plugin } from 'vite';
import { licencesOf } from './licences-of.js';

/** What adds `LICENSES.txt` to a page: a plugin for what is built for its workers, and one for the page itself, built after them. */
export function licences(): { readonly worker: Plugin; readonly page: Plugin } {
  const modules = new Set<string>();
  const note: Plugin['generateBundle'] = (_, bundle) => {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') for (const id of file.moduleIds) modules.add(id);
    }
  };
  return {
    worker: { name: 'licences-of-workers', generateBundle: note },
    page: {
      name: 'licences',
      generateBundle(...given) {
        note.call(this, ...given);
        this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: licencesOf([...modules]) });
      },
    },
  };
}

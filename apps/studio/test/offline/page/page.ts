import { registerOffline } from '../../../src/offline/register-offline.ts';

declare const PAGE_VERSION: string;

/** What a test asks of the page. */
export interface KeptPageProbe {
  readonly version: string;
  /** The version of what is loaded only when it is used. */
  later(): Promise<string>;
  /** The same, of a worker. */
  ofWorker(): Promise<string>;
  /** There once a new version is. */
  reload?: () => void;
}

const probe: KeptPageProbe = {
  version: PAGE_VERSION,
  later: async () => (await import('./later.ts')).laterVersion,
  ofWorker: () =>
    new Promise((resolve) => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }) => resolve(data);
    }),
};
Object.assign(globalThis, { probe });

void registerOffline((reload) => {
  probe.reload = reload;
});

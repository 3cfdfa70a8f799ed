import { registerOffline } from './offline/register-offline.ts';

const worker = new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module' });
worker.postMessage({});

void registerOffline(() => {});

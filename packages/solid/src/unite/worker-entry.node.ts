// biome-ignore lint/correctness/noNodejsModules: only Node starts this file.
import { parentPort } from 'node:worker_threads';
import { serveUnions } from './serve-unions.ts';

if (parentPort !== null) {
  const port = parentPort;
  port.on(
    'message',
    serveUnions((reply, transfer) => port.postMessage(reply, transfer)),
  );
}

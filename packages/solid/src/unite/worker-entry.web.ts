import type { UnionRequest } from './messages.ts';
import { serveUnions } from './serve-unions.ts';

const answer = serveUnions((reply, transfer = []) =>
  self.postMessage(reply, { transfer: transfer as ArrayBuffer[] }),
);
self.onmessage = ({ data }: MessageEvent<UnionRequest>) => void answer(data);

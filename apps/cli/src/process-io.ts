import { constants } from 'node:os';
import type { Io } from './io.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** This process, as the command sees it. */
export function processIo(): Io {
  const { stdin, stdout, stderr, env } = process;
  return { stdin, stdout, stderr, env, cwd: process.cwd(), onInterrupt, now: () => performance.now() };
}

function onInterrupt(listener: (exitCode: number) => void): () => void {
  const listeners = SIGNALS.map((signal) => {
    const listen = () => listener(128 + constants.signals[signal]);
    process.on(signal, listen);
    return () => process.off(signal, listen);
  });
  return () => {
    for (const remove of listeners) remove();
  };
}

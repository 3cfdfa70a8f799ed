import { availableParallelism, constants } from 'node:os';
import { sep } from 'node:path';
import type { Io } from './io.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** This process, as the command sees it. */
export function processIo(): Io {
  const { stdin, stdout, stderr, env } = process;
  const cwd = currentFolder();
  return {
    stdin,
    stdout,
    stderr,
    env,
    cwd,
    cores: availableParallelism(),
    onInterrupt,
    now: () => performance.now(),
  };
}

/** The folder that the process is in; one that was removed meanwhile still has its name, so that it is told like any that is not there. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env.PWD ?? sep;
  }
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

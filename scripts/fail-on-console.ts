import { format } from 'node:util';
import { afterAll, afterEach } from 'vitest';

// Packages say nothing and the command writes through its `io`: whatever reaches the console is a mistake.
const METHODS = ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const;

const calls: string[] = [];

for (const method of METHODS) {
  console[method] = (...args: unknown[]) => {
    calls.push(`console.${method}: ${format(...args)}`);
  };
}

afterEach(failOnCalls);
// Catches what was said after the last test, or in a file whose tests were all skipped.
afterAll(failOnCalls);

function failOnCalls(): void {
  if (calls.length === 0) return;
  throw new Error(
    `A test must not write to the console, but this was written:\n${calls.splice(0).join('\n')}`,
  );
}

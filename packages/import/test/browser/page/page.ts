import { EXAMPLES } from '../../../src/index.ts';
import { exampleResult, resultOf } from '../result-of.ts';

const names = (await (await fetch('/files')).json()) as string[];
const files = await Promise.all(
  names.map(async (name, number) => {
    const bytes = (await bytesFrom(`/files/${number}`)) ?? new Uint8Array();
    return resultOf({ name, bytes, beside: (other) => bytesFrom(`/files/${number}/${other}`) });
  }),
);
const examples = await Promise.all(EXAMPLES.map(({ name }) => exampleResult(name)));
await fetch('/results', { method: 'POST', body: JSON.stringify({ files, examples }) });

async function bytesFrom(path: string): Promise<Uint8Array | undefined> {
  const response = await fetch(path);
  return response.status === 200 ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

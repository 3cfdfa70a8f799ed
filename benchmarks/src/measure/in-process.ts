import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Contestant, MissingPeer, OverLimit, type Runner } from '../contestant.ts';
import type { Network } from '../networks.ts';
import type { Job } from '../peers/task.ts';
import type { TaskName } from '../peers/tasks.ts';
import type { Answer, RoundRequest } from './messages.ts';

export interface InProcessOptions {
  readonly name: string;
  readonly task: TaskName;
  readonly network: Network;
  readonly once?: boolean;
  /** Where to write; a file in the run's folder if left out. */
  readonly file?: string;
}

const WORKER = fileURLToPath(new URL('worker.js', import.meta.url));

/** A contestant whose work is timed inside a process that is there already, as a page or a batch would have it. */
export function inProcess({ name, task, network, once = false, file }: InProcessOptions): Contestant {
  return {
    name,
    once,
    async start({ folder, limitSeconds }) {
      const job: Job = { network, file: file ?? join(folder, `${task.replaceAll(' ', '-')}.bin`) };
      const child = fork(WORKER, [JSON.stringify([task, job])], {
        // Garbage of the round before is not this round's.
        execArgv: ['--expose-gc'],
        // Peers talk, and standard output is for results.
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      try {
        const ready = await nextAnswer(child, limitSeconds);
        if (ready.kind === 'missing') throw new MissingPeer(ready.message);
        if (ready.kind === 'failed') throw new Error(ready.message);
      } catch (error) {
        child.kill('SIGKILL');
        throw error;
      }
      return runner(child, limitSeconds);
    },
  };
}

function runner(child: ChildProcess, limitSeconds: number): Runner {
  return {
    async round({ measure }) {
      const request: RoundRequest = { measure };
      child.send(request);
      const answer = await nextAnswer(child, limitSeconds);
      if (answer.kind !== 'done') throw new Error(answer.kind === 'ready' ? 'Out of turn.' : answer.message);
      return answer;
    },
    stop: () => void child.kill('SIGKILL'),
  };
}

/** The next answer of a process. Past the limit, and that includes the time for measuring, the process is killed. */
function nextAnswer(child: ChildProcess, limitSeconds: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      settle(() => reject(new OverLimit()));
    }, limitSeconds * 1000);
    const onMessage = (answer: Answer) => settle(() => resolve(answer));
    const onExit = (code: number | null, signal: string | null) =>
      settle(() => reject(new Error(`Its process ended with ${signal ?? `exit code ${code}`}.`)));
    const settle = (act: () => void) => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      act();
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
  });
}

import { notDense } from '../../chain/not-dense.ts';
import type { ImportError } from '../../import-error.ts';
import { type Limit, tooMuch } from '../../refuse-more.ts';
import { printable } from '../../text/printable.ts';
import { lastName, nameOf, type PickleValue } from '../pickle/pickle-value.ts';
import type { TensorOf } from './tensors-of.ts';
import { isModule, type TorchModule, torchModule } from './torch-module.ts';

/** A module that is one step of a network. */
export interface ModuleLeaf {
  /** As a state_dict has it, such as `net.0`; its class where it is the whole network. */
  readonly name: string;
  /** Its class without the package, such as `Linear`. */
  readonly className: string;
  /** Whether its class is one of PyTorch's own. */
  readonly isTorch: boolean;
  readonly module: TorchModule;
  /** The name of the outermost Sequential that says what follows it, WHOLE for all of the network; `undefined` where only code says it. */
  readonly sequence: string | undefined;
}

/** The `sequence` of a network that is one Sequential. */
export const WHOLE = '';

/** The steps of a module in the order of their definition. Throws an ImportError for a module with weights that belong to none of them. */
export function moduleLeaves(root: PickleValue, tensorOf: TensorOf): readonly ModuleLeaf[] {
  const leaves: ModuleLeaf[] = [];
  let visits = 0;
  const visit = (value: PickleValue, { name, depth, sequence }: Place): void => {
    if (!isModule(value)) return;
    const module = torchModule(value);
    // Modules may lie in several others, and in themselves.
    visits += 1 + module.children.size + module.parameters.size;
    if (visits > VISITS.most) throw tooMuch(VISITS);
    if (depth > DEPTH.most) throw tooMuch(DEPTH);
    const isTorch = module.type.startsWith('torch.');
    const className = printable(lastName(module.type));
    if (isTorch ? !CONTAINERS.test(className) : module.children.size === 0) {
      leaves.push({ name: name || className, className, isTorch, module, sequence });
      return;
    }
    const own = [...module.parameters].find(([, parameter]) => tensorOf(parameter) !== undefined);
    if (own !== undefined) throw ownParameter(className, joined(name, own[0]));
    const isSequential = isTorch && className === 'Sequential';
    for (const [key, child] of module.children) {
      const place = { name: joined(name, key), depth: depth + 1 };
      // What runs the network on several machines, or compiled, is no part of it.
      if (isTorch && WRAPPERS.test(className)) visit(child, { ...place, name, sequence });
      else visit(child, { ...place, sequence: isSequential ? (sequence ?? name) : undefined });
    }
  };
  visit(root, { name: '', depth: 0, sequence: WHOLE });
  return leaves;
}

interface Place extends Pick<ModuleLeaf, 'name' | 'sequence'> {
  readonly depth: number;
}

const DEPTH: Limit = { most: 32, of: 'modules in each other' };
const VISITS: Limit = { most: 100_000, of: 'modules and parameters' };
const WRAPPERS = /^(Distributed)?DataParallel$|^OptimizedModule$/;
const CONTAINERS = new RegExp(`^Sequential$|^Module(List|Dict)?$|${WRAPPERS.source}`);

function joined(name: string, key: PickleValue): string {
  return printable(name === '' ? nameOf(key) : `${name}.${nameOf(key)}`);
}

function ownParameter(className: string, name: string): ImportError {
  return notDense('weights of its own, outside all layers', { name: `${className} ${name}` });
}

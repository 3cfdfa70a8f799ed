import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { inFolder } from '@neurofab/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXTENSIONS } from './known-formats.ts';

/** What npm gets; `tsc -b` must have been run. */
const APP = join(import.meta.dirname, '..');
const BUNDLE = join(APP, 'bundle');

function node(...args: readonly string[]): string {
  return execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Runs a line of shell, and gives what it prints. */
function shell(line: string, cwd: string): string {
  return execFileSync('sh', ['-c', line], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

beforeAll(() => {
  node(join(APP, 'scripts/bundle.js'));
});

describe('the bundled command', () => {
  it('writes the same bytes as the command in a clone, fused, as parts, as shells, as source and with text', async () => {
    await inFolder(async (folder) => {
      for (const [name, bin] of [
        ['clone', 'bin/neurofab.js'],
        ['bundle', 'bundle/neurofab.js'],
      ] as const) {
        const flags = ['2,3', '--segments', '9', '--quiet'];
        const out = (file: string) => ['-o', join(folder, `${name}-${file}`)];
        node(join(APP, bin), ...flags, ...EXTENSIONS.flatMap((end) => out(`a.${end}`)));
        node(join(APP, bin), ...flags, '--shells', ...out('b.stl'));
        node(join(APP, bin), ...flags, '--text', 'Anna', ...out('c.stl'));
      }
      const files = readdirSync(folder).filter((file) => file.startsWith('clone-'));
      expect(files).toEqual(
        [...EXTENSIONS.map((end) => `clone-a.${end}`), 'clone-b.stl', 'clone-c.stl'].sort(),
      );
      for (const file of files) {
        const own = readFileSync(join(folder, file.replace('clone', 'bundle')));
        expect(own.equals(readFileSync(join(folder, file))), file).toBe(true);
      }
    });
  });

  it('makes a set by threads', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'class.csv'), 'name,layers\na,2-2\nb,2-3\nc,3-2\n');
      const out = (name: string) => ['batch', join(folder, 'class.csv'), '--quiet', '-o', join(folder, name)];
      node(join(BUNDLE, 'neurofab.js'), ...out('bundle'));
      node(join(APP, 'bin/neurofab.js'), ...out('clone'));
      for (const file of ['a.3mf', 'b.3mf', 'c.3mf']) {
        const own = readFileSync(join(folder, 'bundle', file));
        expect(own.equals(readFileSync(join(folder, 'clone', file))), file).toBe(true);
      }
    });
  });

  it('reads what it wrote', async () => {
    await inFolder(async (folder) => {
      const bin = join(BUNDLE, 'neurofab.js');
      for (const file of EXTENSIONS.map((end) => `net.${end}`)) {
        node(bin, '2,2', '--segments', '8', '--quiet', '-o', join(folder, file));
        expect(node(bin, 'inspect', join(folder, file))).toContain('recipe: Neurofab');
      }
    });
  });

  it('loads nothing of trained networks where there is none', () => {
    const start = new Set<string>();
    const add = (file: string) => {
      if (start.has(file)) return;
      start.add(file);
      const text = readFileSync(join(BUNDLE, file), 'utf8');
      for (const [, from] of text.matchAll(/^import .*from "\.\/([^"]+)";$/gm)) add(from!);
    };
    add('neurofab.js');
    expect([...start]).toContain('shared.js');
    expect([...start].filter((file) => /^(trained|dist|read-(onnx|json|tflite))/.test(file))).toEqual([]);
    expect(readdirSync(BUNDLE)).toContain('trained.js');
  });

  it('reads a trained network', () => {
    const spec = JSON.parse(node(join(BUNDLE, 'neurofab.js'), '--example', 'xor', '--print-spec'));
    expect(spec.trained).toMatchObject({ file: 'xor' });
  });

  it('needs nothing beside it', () => {
    const imported = readdirSync(BUNDLE)
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => [
        ...readFileSync(join(BUNDLE, file), 'utf8').matchAll(/^import .*from ["']([^."'][^"']*)["'];$/gm),
      ])
      .map(([, from]) => from!);
    expect(imported.filter((from) => !isBuiltin(from))).toEqual([]);
    expect(imported).toContain('node:fs');
    expect(JSON.parse(readFileSync(join(APP, 'package.json'), 'utf8'))).not.toHaveProperty('dependencies');
  });

  it('is all there in the package for npm, which needs no network to be installed, to draw text and to serve the page', async () => {
    await inFolder(async (folder) => {
      const pack = ['pack', '--pack-destination', folder, '--json', '--config.ignore-scripts=true'];
      const { filename } = JSON.parse(shell(`npx -y pnpm@12 ${pack.join(' ')}`, APP));
      writeFileSync(join(folder, 'package.json'), '{}');
      shell(`npm install --offline --no-audit --no-fund --prefix . "${filename}"`, folder);
      const text = ['4,3', '--text', 'Anna', '--quiet', '-o', join(folder, 'anna.stl')];
      execFileSync(join(folder, 'node_modules/.bin/neurofab'), text);
      expect(readFileSync(join(folder, 'anna.stl')).length).toBeGreaterThan(1000);
      const installed = join(folder, 'node_modules/neurofab/bundle/studio');
      const child = spawn(join(folder, 'node_modules/.bin/neurofab'), ['studio', '--port', '0'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const ended = once(child, 'close');
      try {
        const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
        const address = line.trim();
        const paths = readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((path) =>
          path.includes('.'),
        );
        expect(paths).toEqual(expect.arrayContaining(['index.html', 'service-worker.js', 'LICENSES.txt']));
        const [, policy] = /Content-Security-Policy"\s+content="([^"]*)"/.exec(
          readFileSync(join(installed, 'index.html'), 'utf8'),
        )!;
        for (const path of ['', ...paths]) {
          const reply = await fetch(new URL(path, address));
          const own = readFileSync(join(BUNDLE, 'studio', path || 'index.html'));
          expect(reply.headers.get('content-type'), path).not.toBe('application/octet-stream');
          expect(reply.headers.get('content-security-policy')).toBe(`${policy}; frame-ancestors 'none'`);
          expect(own.equals(Buffer.from(await reply.arrayBuffer())), path).toBe(true);
        }
      } finally {
        child.kill('SIGINT');
      }
      expect(await ended).toEqual([130, null]);
    });
  });

  it('brings the licences of what is in it, and of its font', () => {
    const licences = readFileSync(join(BUNDLE, 'LICENSES.txt'), 'utf8');
    for (const name of ['commander', 'fflate', 'manifold-3d', 'zod']) {
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+, .+\\n\\n.*License`, 'mi'));
    }
    expect(licences).toMatch(/^M PLUS Rounded 1c, OFL-1\.1\n\n.*SIL OPEN FONT LICENSE/ms);
  });
});

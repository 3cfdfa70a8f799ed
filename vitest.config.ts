import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Tests read the packages' sources, so they need no build. The rest is what Node itself goes by.
const CONDITIONS = ['@neurofab/source', 'node', 'development|production'];

const PROJECTS = {
  '@neurofab/core': 'packages/core',
  '@neurofab/solid': 'packages/solid',
  '@neurofab/picture': 'packages/picture',
  '@neurofab/backend-stl': 'packages/backend-stl',
  '@neurofab/backend-3mf': 'packages/backend-3mf',
  '@neurofab/backend-gltf': 'packages/backend-gltf',
  '@neurofab/backend-openscad': 'packages/backend-openscad',
  '@neurofab/inspect': 'packages/inspect',
  '@neurofab/import': 'packages/import',
  '@neurofab/printers': 'packages/printers',
  '@neurofab/printing': 'packages/printing',
  '@neurofab/job': 'packages/job',
  '@neurofab/words': 'packages/words',
  '@neurofab/lettering': 'packages/lettering',
  '@neurofab/test-kit': 'packages/test-kit',
  neurofab: 'apps/cli',
  '@neurofab/studio': 'apps/studio',
  '@neurofab/benchmarks': 'benchmarks',
};

export default defineConfig({
  resolve: { conditions: CONDITIONS },
  ssr: { resolve: { conditions: CONDITIONS } },
  test: {
    maxWorkers: 2,
    reporters: ['default', './scripts/tests-line-reporter.ts'],
    projects: Object.entries(PROJECTS).map(([name, root]) => ({
      extends: true,
      test: {
        name,
        root: absolute(root),
        include: ['test/**/*.test.ts'],
        setupFiles: [absolute('scripts/fail-on-console.ts'), absolute('scripts/property-seed.ts')],
        // No test may see what whoever runs it keeps for printers of theirs.
        env: { XDG_CONFIG_HOME: absolute('node_modules/.cache/config') },
        testTimeout: 120_000,
        hookTimeout: 120_000,
      },
    })),
  },
});

function absolute(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

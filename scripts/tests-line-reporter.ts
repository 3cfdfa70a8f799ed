import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with `tests: 123 passed, 0 failed, 2 skipped`, alone on the last line; a run without a test fails. */
export default class TestsLineReporter implements Reporter {
  #passed = 0;
  #failed = 0;
  #skipped = 0;

  onInit(): void {
    // At exit, because the other reporters and vitest itself still write after the run has ended.
    process.once('exit', () => {
      if (this.#passed + this.#failed === 0) process.exitCode ||= 1;
      process.stdout.write(
        `tests: ${this.#passed} passed, ${this.#failed} failed, ${this.#skipped} skipped\n`,
      );
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    // A file that does not load, a hook that throws and a stray rejection are failures without a test case.
    this.#passed = 0;
    this.#skipped = 0;
    this.#failed = unhandledErrors.length;
    for (const module of modules) {
      this.#failed += module.errors().length;
      for (const suite of module.children.allSuites()) this.#failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') this.#passed++;
        else if (state === 'failed') this.#failed++;
        else this.#skipped++;
      }
    }
  }
}

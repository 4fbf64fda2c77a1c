/** Closes vitest's report with the plain line "N passed, N failed". */
export default class Counted {
  onTestRunEnd(modules, errors) {
    let [passed, failed] = [0, errors.length];
    for (const module of modules) {
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'failed') failed += 1;
      }
    }
    console.log(`\n${passed} passed, ${failed} failed`);
  }
}

// A reporter for node's test runner: one line a failure, and "N passed, N failed" at the end.
export default async function* counted(source) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of source) {
    if (data?.details?.type === 'suite' || data?.nesting > 0) continue;
    if (type === 'test:pass') passed += 1;
    if (type === 'test:fail') {
      failed += 1;
      const error = data.details?.error;
      yield `FAILED ${data.name}\n${error?.cause?.stack ?? error?.stack ?? error}\n`;
    }
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
  }
  yield `${passed} passed, ${failed} failed\n`;
}

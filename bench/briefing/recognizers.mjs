// Reads texts with Microsoft's Recognizers-Text (npm @microsoft/recognizers-text-suite): JSON lines
// {"language", "text"} on standard input, for each a line with all values found on standard output.
//   node recognizers.mjs FOLDER   (the one that has its node_modules)
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';

const require = createRequire(`${process.argv[2]}/`);
const suite = require('@microsoft/recognizers-text-suite');
const cultures = { en: 'en-us', fr: 'fr-fr', nl: 'nl-nl', de: 'de-de' };
const readers = ['Number', 'Ordinal', 'Percentage', 'Currency'].map((name) => suite[`recognize${name}`]);

for await (const line of createInterface({ input: process.stdin })) {
  const { language, text } = JSON.parse(line);
  const values = [];
  for (const read of readers)
    for (const found of read(text, cultures[language])) if (found.resolution?.value) values.push(String(found.resolution.value));
  console.log(JSON.stringify(values));
}

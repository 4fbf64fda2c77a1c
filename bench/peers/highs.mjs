// Solves an LP file with HiGHS: node highs.mjs FILE.lp SECONDS FOLDER_OF_node_modules
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [file, seconds, modules] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${modules}/`));
const highs = await require('highs')();
const answer = highs.solve(readFileSync(file, 'utf8'), { time_limit: Number(seconds), mip_rel_gap: 0, mip_abs_gap: 0.5, output_flag: false });
const ones = Object.entries(answer.Columns).filter(([, column]) => column.Primal > 0.5).map(([name]) => Number(name.slice(1)));
console.log(JSON.stringify({ status: answer.Status, value: answer.ObjectiveValue, ones }));

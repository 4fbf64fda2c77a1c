// Solves a model of model.py with CP-SAT, compiled to WebAssembly:
// node cp_sat.mjs FILE.json SECONDS FOLDER_OF_node_modules
import { readFileSync } from 'node:fs';

const [file, seconds, modules] = process.argv.slice(2);
const { CpModel, CpSolver } = await import(`${modules}/or-tools-wasm/build/javascript/node/cp-sat.js`);
const { variables, rows, cost } = JSON.parse(readFileSync(file, 'utf8'));
const model = new CpModel();
const x = [null];
for (let v = 1; v <= variables; ++v) x.push(model.newBoolVar(`x${v}`));
const sum = (coefficients, numbers) => numbers.map((v, i) => x[v].times(coefficients[i])).reduce((a, b) => a.plus(b));
for (const row of rows) {
  if (row.v.length === 0) continue;
  model.addLinearConstraint(sum(row.c, row.v), row.r, row.equal ? row.r : Number.MAX_SAFE_INTEGER);
}
if (cost.length > 0) model.minimize(sum(cost.map(([c]) => c), cost.map(([, v]) => v)));
const solver = new CpSolver();
const status = await solver.solve(model, { numSearchWorkers: 2, maxTimeInSeconds: Number(seconds) });
const name = solver.statusName(status);
const found = name === 'OPTIMAL' || name === 'FEASIBLE';
const ones = [];
if (found) for (let v = 1; v <= variables; ++v) if (solver.value(x[v]) > 0) ones.push(v);
console.log(JSON.stringify({ status: name, value: found ? solver.objectiveValue() : null, bound: solver.bestObjectiveBound?.() ?? null, ones }));
process.exit(0);

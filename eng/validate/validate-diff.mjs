// Validates a comparison (extraction diff --format json) against its JSON Schema and the sums that a schema cannot say.
// usage: node validate-diff.mjs FILE [SCHEMA]      exit code: 0 valid, 1 not valid, 2 wrong usage
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";

const here = dirname(fileURLToPath(import.meta.url));
const [file, schema = join(here, "../../pipeline/knowledge/schema/diff.schema.json")] = process.argv.slice(2);
if (!file) {
  console.error("usage: node validate-diff.mjs FILE [SCHEMA]");
  process.exit(2);
}

const diff = JSON.parse(readFileSync(file, "utf8"));
const validate = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true, multipleOfPrecision: 6 }).compile(JSON.parse(readFileSync(schema, "utf8")));
const problems = validate(diff) ? [] : validate.errors.map((error) => `${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`);
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const all = sum(Object.values(diff.counts));
if (all === 0) problems.push("there is no change, so nothing was validated");
if (sum(diff.groups.map((group) => group.count)) !== all) problems.push("groups and counts differ");
if (diff.changes && diff.changes.length !== all) problems.push("changes and counts differ");
for (const change of diff.changes ?? [])
  if ((change.change === "added") === Boolean(change.before) || (change.change === "removed") === Boolean(change.after)) problems.push(`${change.id} is ${change.change} and has the wrong sides`);

for (const problem of problems.slice(0, 100)) console.error(problem);
console.log(problems.length === 0 ? `valid, ${all} changes` : `${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);

// Validates a dataset folder against the JSON Schemas and the rules that a schema cannot say.
// usage: node validate.mjs DATASET [SCHEMAS]      exit code: 0 valid, 1 not valid, 2 wrong usage
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";

const names = ["documents", "events", "organizations", "policies", "filings", "statistics", "conflicts"];
const here = dirname(fileURLToPath(import.meta.url));
const [dataset, schemas = join(here, "../../pipeline/knowledge/schema")] = process.argv.slice(2);
if (!dataset) {
  console.error("usage: node validate.mjs DATASET [SCHEMAS]");
  process.exit(2);
}

const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true, multipleOfPrecision: 6 });
const problems = [];
const report = (place, text) => problems.push(`${place}: ${text}`);

const records = {};
for (const name of names) records[name] = readLines(name);
const documents = new Map(records.documents.map(({ record }) => [`${record.id}\n${record.source}`, record]));
const ids = new Set(names.flatMap((name) => records[name].map(({ record }) => record.id)));

checkManifest();
for (const name of names) {
  checkOrder(name);
  for (const { record, place } of records[name]) checkLinks(record, place);
  console.log(`${name}.jsonl\t${records[name].length}`);
}

for (const problem of problems.slice(0, 100)) console.error(problem);
console.log(problems.length === 0 ? "valid" : `${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);

function readLines(name) {
  const file = join(dataset, `${name}.jsonl`);
  if (!existsSync(file)) {
    report(`${name}.jsonl`, "is missing");
    return [];
  }

  const text = readFileSync(file, "utf8");
  if (text.startsWith("\ufeff") || text.includes("\r")) report(`${name}.jsonl`, "has a byte order mark or CR");
  if (text !== "" && !text.endsWith("\n")) report(`${name}.jsonl`, "does not end with a line end");
  const validate = compile(name);
  return text.split("\n").slice(0, -1).flatMap((line, index) => parse(line, `${name}.jsonl:${index + 1}`, validate));
}

function compile(name) {
  return ajv.compile(JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), "utf8")));
}

function parse(line, place, validate) {
  let record;
  try {
    record = JSON.parse(line);
  } catch (error) {
    report(place, error.message);
    return [];
  }

  if (validate(record)) return [{ record, place }];
  for (const error of validate.errors) report(place, `${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`);
  return [];
}

// The manifest names every file with its hash and number of lines, and every document as an input.
function checkManifest() {
  const file = join(dataset, "manifest.json");
  if (!existsSync(file)) return report("manifest.json", "is missing");
  const found = parse(readFileSync(file, "utf8"), "manifest.json", compile("manifest"));
  if (found.length === 0) return;
  const manifest = found[0].record;
  for (const { name, sha256, records: count } of manifest.files) {
    if (!existsSync(join(dataset, name))) continue;
    const bytes = readFileSync(join(dataset, name));
    if (createHash("sha256").update(bytes).digest("hex") !== sha256) report("manifest.json", `${name} has another hash`);
    if (bytes.filter((byte) => byte === 10).length !== count) report("manifest.json", `${name} has another number of records`);
  }

  for (const { source, sha256 } of manifest.inputs)
    if (!documents.has(`sha256:${sha256}\n${source}`)) report("manifest.json", `${source} is not in documents.jsonl`);
  if (manifest.inputs.length !== documents.size) report("manifest.json", "inputs and documents.jsonl differ in number");
}

// Sorted by id and unique; two inputs with the same bytes share an id, so a document's key is its id and its source.
// All ids are ASCII; sources may not be, and are compared as UTF-16 as the writer does.
function checkOrder(name) {
  const keys = records[name].map(({ record }) => (name === "documents" ? `${record.id}\n${record.source}` : record.id));
  for (let i = 1; i < keys.length; i++)
    if (!(keys[i - 1] < keys[i])) report(records[name][i].place, keys[i - 1] === keys[i] ? "has an id for the second time" : "is not in order of ids");
}

// Every link resolves; every piece of evidence is of a listed document, inside it, and as long as its span.
function checkLinks(value, place) {
  if (Array.isArray(value)) {
    for (const item of value) checkLinks(item, place);
    return;
  }

  if (value === null || typeof value !== "object") return;
  for (const link of [value.organization, value.record, value.refinedBy])
    if (typeof link === "string" && !ids.has(link)) report(place, `links to ${link}, which does not exist`);
  if (value.span && value.document) checkEvidence(value, place);
  if (value.values && value.kept && !value.values.some((side) => side.value === value.kept)) report(place, "keeps a value that nobody states");
  for (const item of Object.values(value)) checkLinks(item, place);
}

function checkEvidence({ document, source, span: [start, end], quote }, place) {
  const owner = documents.get(`${document}\n${source}`);
  if (!owner) report(place, `cites ${source}, which is not in documents.jsonl`);
  else if (end > owner.characters) report(place, `cites [${start},${end}) of ${owner.characters} characters`);
  if (quote !== undefined && end - start !== quote.length) report(place, `quotes ${quote.length} characters for [${start},${end})`);
}

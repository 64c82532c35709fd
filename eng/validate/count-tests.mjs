// Sums the counters of all .trx files below a folder: prints "passed failed skipped".
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".trx"));
if (files.length === 0) {
  console.error("no test results");
  process.exit(1);
}
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const file of files) {
  const text = readFileSync(join(folder, file), "utf8");
  const counters = /<Counters ([^>]*)\/>/.exec(text)?.[1] ?? "";
  const value = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters)?.[1] ?? 0);
  sum.passed += value("passed");
  sum.failed += value("failed") + value("error") + value("timeout") + value("aborted");
  sum.skipped += value("total") - value("executed");
}
console.log(sum.passed, sum.failed, sum.skipped);

// How many times the speed of @node-rs/jieba, on the same text in the same run, HMM on, one thread, processor time:
//     npm install --prefix FOLDER @node-rs/jieba && NODE_PATH=FOLDER/node_modules node benchmarks/segmentation/speed.mjs TEXT
// It also prints load time and memory. The best of five rounds counts on both sides.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(join(resolve(process.env.NODE_PATH ?? 'node_modules'), 'x.js'));
const { Jieba } = require('@node-rs/jieba');
const { dict } = require('@node-rs/jieba/dict');
const file = resolve(process.argv[2]);
const text = readFileSync(file, 'utf8');
const megabytes = Buffer.byteLength(text) / 1e6;
const here = dirname(fileURLToPath(import.meta.url));

const jieba = Jieba.withDict(dict);
let best = Infinity;
for (let round = 0; round < 5; round++) {
  const start = process.cpuUsage();
  jieba.cut(text, true);
  const { user, system } = process.cpuUsage(start);
  best = Math.min(best, (user + system) / 1e6);
}

const peer = megabytes / best;
const folder = mkdtempSync(join(tmpdir(), 'segmentation'));
execFileSync('dotnet', ['build', '-c', 'Release', '-v', 'q', '--nologo', here]);
const figures = execFileSync('dotnet', ['run', '-c', 'Release', '--no-build', '--project', here, '--', file, folder]).toString();
rmSync(folder, { recursive: true });
const ours = Object.fromEntries(figures.trim().split('\n').map(line => line.split(' ')));
console.log(`${megabytes.toFixed(2)} MB\n@node-rs/jieba strings-MB/s ${peer.toFixed(1)}`);
process.stdout.write(figures);
for (const kind of ['strings', 'spans']) console.log(`ratio with ${kind}: ${(ours[`hmm-${kind}-MB/s`] / peer).toFixed(1)}`);

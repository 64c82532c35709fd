// One round of a peer for each line of stdin, seconds of processor time on stdout: node peer.mjs @node-rs/jieba|nodejieba TEXT
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const require = createRequire(join(resolve(process.env.NODE_PATH ?? 'node_modules'), 'x.js'));
const [, , name, file] = process.argv;
const text = readFileSync(file, 'utf8');
const cut = name === 'nodejieba' ? require(name).cut : (jieba => words => jieba.cut(words, true))(require(name).Jieba.withDict(require(`${name}/dict`).dict));
for await (const _ of createInterface({ input: process.stdin })) {
  const start = process.cpuUsage();
  cut(text);
  const { user, system } = process.cpuUsage(start);
  console.log((user + system) / 1e6);
}

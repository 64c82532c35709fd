// How many times the speed of the peers, HMM on, one thread, processor time, on the same text: rounds take turns, so that the load of
// the machine is the same for all; the best round of each counts.     node compare.mjs [--rounds 10] TEXT...
// Peers that are not installed are left out: compare.sh installs them.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({ options: { rounds: { type: 'string', default: '10' } }, allowPositionals: true });
const { status, stdout } = spawnSync('dotnet', ['build', here, '-c', 'Release', '-v', 'q', '--nologo'], { encoding: 'utf8' });
if (status !== 0) throw new Error(stdout);

// A process that answers each line with a number; null where it cannot run.
async function start(command, ...args) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async way => {
    child.stdin.write(`${way}\n`);
    const { value, done } = await lines.next();
    return done ? null : Number(value);
  };
  return { ask, stop: () => child.stdin.end() };
}

async function compare(file) {
  const ours = await start('dotnet', join(here, 'bin/Release/net10.0/TextBenchmark.dll'), 'rounds', file);
  const peers = {
    '@node-rs/jieba': await start('node', join(here, 'peer.mjs'), '@node-rs/jieba', file),
    nodejieba: await start('node', join(here, 'peer.mjs'), 'nodejieba', file),
    'python3-jieba': await start('/usr/bin/python3', join(here, 'peer.py'), file),
  };
  const best = {};
  const note = (name, seconds) => { if (seconds !== null) best[name] = Math.min(best[name] ?? Infinity, seconds); };
  for (let round = 0; round < Number(values.rounds); round++) {
    // The slowest peer gets a few rounds only.
    for (const [name, peer] of Object.entries(peers)) if (name !== 'python3-jieba' || round < 2) note(name, await peer.ask('cut'));
    for (const way of ['spans', 'strings', 'one-thread', 'two-threads']) note(way, await ours.ask(way));
  }

  const memory = await ours.ask('memory');
  for (let round = 0; round < 3; round++) note('tags', await ours.ask('tags'));
  const megabytes = readFileSync(file).length / 1e6;
  console.log(`${file}: ${megabytes.toFixed(2)} MB, load ${((await ours.ask('load')) * 1000).toFixed(0)} ms, peak ${memory.toFixed(0)} MB`);
  for (const [name, seconds] of Object.entries(best)) {
    const ratios = Object.keys(peers).filter(peer => best[peer]).map(peer => `${(best[peer] / seconds).toFixed(1)} x ${peer}`);
    console.log(`  ${name.padEnd(15)} ${(megabytes / seconds).toFixed(1).padStart(7)} MB/s   ${ratios.join(', ')}`);
  }

  for (const process of [ours, ...Object.values(peers)]) process.stop();
}

for (const file of positionals) await compare(resolve(file));

#!/usr/bin/env node
import * as nodeModule from 'node:module'
import { APP_VERSION } from '../hosts/app-version'
import { startSimulatorWorker } from '../hosts/worker-threads-port'

// From Node 22 on: what was compiled at one start is not compiled again at the next. It counts for what is loaded after it.
if ('enableCompileCache' in nodeModule) (nodeModule.enableCompileCache as () => unknown)()
const { main } = await import('./main')

const stop = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort(name))

process.exitCode = await main(process.argv.slice(2), APP_VERSION, {
  get input() {
    return process.stdin
  },
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  isTerminal: process.stderr.isTTY,
  startSimulatorWorker: () => startSimulatorWorker(new URL('./simulator-worker.js', import.meta.url)),
  handlerProcessUrl: new URL('./handler-process.js', import.meta.url),
  signal: stop.signal,
})

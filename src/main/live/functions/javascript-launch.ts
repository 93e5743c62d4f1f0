import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { HandlerLaunch } from './handler-launch'

/** MB below which V8 does not start well. */
const LEAST_MEMORY = 64

/** A process of the Node that runs this program. `memorySize` in MB; `hasSourceMap`: stacks name the lines of the source. */
export function javascriptLaunch(handlerProcess: URL, memorySize: number, hasSourceMap: boolean): HandlerLaunch {
  const memory = `--max-old-space-size=${Math.max(LEAST_MEMORY, memorySize)}`
  const flags = hasSourceMap ? [memory, '--enable-source-maps'] : [memory]
  return {
    command: process.execPath,
    arguments: [...flags, fileURLToPath(handlerProcess)],
    environment: process.versions['electron'] ? { ELECTRON_RUN_AS_NODE: '1' } : {},
    // Messages go both ways on the fourth.
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    overhead: 160,
    pipesOf: ({ stdout, stderr, stdio }) => {
      const pipe = stdio[3] as Duplex
      return { to: pipe, from: pipe, prints: [stdout!, stderr!] }
    },
  }
}

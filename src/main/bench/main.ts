import { benchCase, benchSimulator } from './simulator-bench'
import { benchFormat } from './format-bench'
import { benchHour } from './hour-bench'
import { benchImport } from './import-bench'
import { benchInsights } from './insights-bench'
import { benchLive, runLiveChild } from './live-bench'
import { benchVtl } from './vtl-bench'
import { benchWebSocket, runWebSocketChild } from './websocket-bench'

/** The product's own figures: `npm run bench [-- [--json] [NAME]]`. */
const BENCHES = {
  simulator: benchSimulator,
  hour: benchHour,
  format: benchFormat,
  import: benchImport,
  insights: benchInsights,
  vtl: benchVtl,
  live: benchLive,
  websocket: benchWebSocket,
}

const args = process.argv.slice(2)
if (args[0] === '--case') {
  console.log(JSON.stringify(benchCase(Number(args[1]))))
  process.exit(0)
}
if (args[0] === '--live') await runLiveChild(args[1] ?? '', args[2] ?? '')
if (args[0] === '--websocket') await runWebSocketChild(args[1] ?? '')
const isJson = args.includes('--json')
const chosen = args.filter((arg) => !arg.startsWith('--'))
const unknown = chosen.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`)
  process.exit(2)
}

const figures: Record<string, unknown> = {}
for (const [name, run] of Object.entries(BENCHES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  figures[name] = await run()
  if (!isJson) console.log(`${name}: ${JSON.stringify(figures[name], null, 2)}`)
}
if (isJson) console.log(JSON.stringify(figures))

import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { TypedTraffic } from '@shared/contract/cost'
import { asHttpApi } from '@shared/design/as-http-api/as-http-api'
import type { Design } from '@shared/design/design'
import { addApi } from '@shared/design/edits/add-api'
import type { RestApi } from '@shared/design/rest-api'
import { compareTypes } from '../cost/compare-types'
import { chosenApi } from './chosen-api'
import { DONE, onlyPositional, UsageError, wholeNumber, type Command, type CommandContext } from './command'
import { DESIGN_OPTION_HELP, DESIGN_OPTIONS, importOptions } from './import-options'
import { readDesign } from './read-design'
import { whatIfText } from './what-if-text'
import { writeDesign } from './write-design'

/** What the window's dialog begins with. */
const REQUESTS = 10_000_000
const RESPONSE_BYTES = 4096

export const whatIfCommand: Command = {
  name: 'what-if',
  usage:
    'what-if <design> [--api NAME] [--requests N] [--response-bytes N] [-o FILE] [--parameter NAME=VALUE] [--json]',
  summary: 'Shows a REST API as an HTTP API: what is lost, changed and carried, and what a month of both costs.',
  options: {
    api: { type: 'string' },
    requests: { type: 'string' },
    'response-bytes': { type: 'string' },
    output: { type: 'string', short: 'o' },
    ...DESIGN_OPTIONS,
  },
  optionHelp: {
    api: 'Name or id of the REST API, in a design with several.',
    requests: 'Requests a month; 10,000,000 when absent.',
    'response-bytes': 'Mean bytes of a response’s body; 4,096 when absent.',
    output: 'Project file to write: the design with the HTTP API added. It may be the design’s own.',
    ...DESIGN_OPTION_HELP,
  },
  run,
}

async function run(context: CommandContext): Promise<number> {
  const { io, values } = context
  const path = resolve(onlyPositional(context, 'a design'))
  const most = Number.MAX_SAFE_INTEGER
  const requestsPerMonth = wholeNumber(values, 'requests', 0, most) ?? REQUESTS
  const responseBytes = wholeNumber(values, 'response-bytes', 0, most) ?? RESPONSE_BYTES
  const design = await readDesign(path, io, importOptions(values))
  const api = restApi(design, values['api'])
  const draft = asHttpApi(design, api)
  const { region } = design
  const traffic = { region, requestsPerMonth, responseBytes, openConnections: 0, cacheGb: cacheOf(api) }
  const costs = compareTypes(traffic)
  if (typeof values['output'] === 'string') await add(resolve(values['output']), addApi(design, draft.api), path)
  const { REST, HTTP } = costs
  const { api: httpApi, notes } = draft
  io.out(
    values['json']
      ? JSON.stringify({ api: { id: api.id, name: api.name }, notes, monthly: { REST, HTTP }, httpApi })
      : whatIfText(api.name, draft, traffic, costs),
  )
  return DONE
}

/** The one that is named, else the only REST API there is. Throws `UsageError`. */
function restApi(design: Design, name: CommandContext['values'][string]): RestApi {
  const rest = design.apis.filter((api) => api.protocolType === 'REST')
  const isOnly = typeof name !== 'string' && rest.length === 1
  const api = isOnly ? rest[0]! : chosenApi(design, typeof name === 'string' ? name : undefined)
  if (api.protocolType === 'REST') return api
  const type = api.protocolType === 'HTTP' ? 'an HTTP API already' : 'a WebSocket API'
  throw new UsageError(`${api.name} is ${type}: only a REST API can be looked at as an HTTP API.`)
}

/** Of the first stage that has one: its cost falls away. */
function cacheOf(api: RestApi): TypedTraffic['cacheGb'] {
  const cached = Object.values(api.stages).find(({ cacheClusterEnabled }) => cacheClusterEnabled === true)
  return cached === undefined ? null : (cached.cacheClusterSize ?? '0.5')
}

/** Into the design's own file, comments and order stay. Throws `project/unwritable`. */
async function add(output: string, design: Design, source: string): Promise<void> {
  const isOwn = output === source && source.endsWith('.gatewright.yaml')
  await writeDesign(output, design, dirname(source), isOwn ? await readFile(source, 'utf8') : undefined)
}

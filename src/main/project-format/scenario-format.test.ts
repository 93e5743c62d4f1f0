import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checkDesign } from '@shared/design/checks/check-design'
import { newWebSocketApi } from '@shared/design/new-websocket-api'
import { orderDesign } from '@shared/design/order-design.fixture'
import {
  DEFAULT_BACKEND,
  DEFAULT_DAYS,
  DEFAULT_HOURS,
  DEFAULT_RETRY_ATTEMPTS,
  DEFAULT_RETRY_MAX_DELAY_MS,
  DEFAULT_RETRY_STATUSES,
  SCENARIO_METRICS,
  type Scenario,
  type TrafficSource,
} from '@shared/design/scenario'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { parseProject } from './parse-project'
import { structOf, type StructShape } from './shape'
import { backendModelShape } from './shapes/backend-model.shape'
import { latencyShape } from './shapes/latency.shape'
import { scenarioEventShape } from './shapes/scenario-event.shape'
import { scenarioShape } from './shapes/scenario.shape'
import { trafficShapeShape } from './shapes/traffic.shape'
import { trafficSourceShape } from './shapes/traffic-source.shape'
import { connectionSourceShape, webSocketModelShape } from './shapes/web-socket-scenario.shape'
import { writeProject } from './write-project'

const guide = readFileSync(new URL('../../../docs/scenario-format.md', import.meta.url), 'utf8')
const examples = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!)

/** A file may leave the list out where it is empty. */
type WithoutSources = Omit<Scenario, 'sources'> & Partial<Pick<Scenario, 'sources'>>

/** The order design with a scenario that has what an example says in its place: a scenario, a source or a member of one. */
function withExample(text: string): Scenario {
  const [rush] = orderDesign().scenarios
  const example = parse(text) as Partial<Scenario> & Partial<TrafficSource> & { scenarios?: WithoutSources[] }
  if (example.scenarios) return { sources: [], ...example.scenarios[0]! }
  const isOfSource = Object.keys(example).every((member) => Object.hasOwn(trafficSourceShape.properties, member))
  if (!isOfSource) return { ...rush!, ...example }
  return { ...rush!, sources: [{ ...rush!.sources[0]!, ...example }] }
}

const chat: WebSocketApi = {
  ...newWebSocketApi('Chat'),
  id: 'chatapi001',
  routes: {
    $connect: {},
    sendmessage: { target: 'chat', routeResponseSelectionExpression: '$default', routeResponses: { $default: {} } },
    typing: {},
  },
  integrations: { chat: { integrationType: 'AWS_PROXY', handler: './chat.mjs#send' } },
}
const designs = { ...orderDesign(), apis: [...orderDesign().apis, chat] }

function membersOf(struct: StructShape): string[] {
  return Object.keys(struct.properties)
}

describe('the guide to scenarios', () => {
  it.each(examples)('has an example that is read, written back and free of problems:\n%s', (text) => {
    const design = { ...designs, scenarios: [withExample(text)] }
    const { design: reread, diagnostics } = parseProject(writeProject(design), 'orders.gatewright.yaml')
    expect(diagnostics).toEqual([])
    expect(reread?.scenarios).toEqual(design.scenarios)
    expect(checkDesign(design)).toEqual([])
  })

  it('has an example of every shape and every event', () => {
    const scenarios = examples.map(withExample)
    const shapes = new Set(scenarios.flatMap(({ sources }) => sources.map(({ shape }) => shape.type)))
    const events = new Set(scenarios.flatMap((scenario) => (scenario.events ?? []).map(({ type }) => type)))
    expect([...shapes].toSorted()).toEqual(Object.keys(trafficShapeShape.cases).toSorted())
    expect([...events].toSorted()).toEqual(Object.keys(scenarioEventShape.cases).toSorted())
  })

  it('names every member that a scenario may have, and every metric', () => {
    const structs = [
      scenarioShape,
      trafficSourceShape,
      connectionSourceShape,
      webSocketModelShape,
      backendModelShape,
      ...Object.values(trafficShapeShape.cases),
      ...Object.values(latencyShape.cases),
      ...Object.values(scenarioEventShape.cases),
    ]
    const nested = structs.flatMap(({ properties }) =>
      Object.values(properties).map(({ shape }) => structOf(shape.kind === 'list' ? shape.of : shape, {})),
    )
    const all = [...structs, ...nested].filter((struct) => struct !== undefined).flatMap(membersOf)
    const named = new Set(guide.match(/[A-Za-z]\w+/g))
    expect([...new Set(all), ...SCENARIO_METRICS].filter((name) => !named.has(name))).toEqual([])
  })

  it('has the defaults of the model', () => {
    const defaults = [
      `| ${DEFAULT_BACKEND.responseBytes} `,
      `[${DEFAULT_HOURS.join(', ')}]`,
      `[${DEFAULT_DAYS.join(', ')}]`,
      `| ${DEFAULT_RETRY_ATTEMPTS} `,
      `| ${DEFAULT_RETRY_MAX_DELAY_MS} `,
      `| ${DEFAULT_RETRY_STATUSES.join(', ')} |`,
    ]
    expect(defaults.filter((text) => !guide.includes(text))).toEqual([])
  })
})

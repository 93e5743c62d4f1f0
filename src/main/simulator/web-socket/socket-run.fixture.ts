import type { SimulationResult } from '@shared/contract/simulation'
import type { Design } from '@shared/design/design'
import { emptyDesign } from '@shared/design/new-design'
import { newWebSocketApi } from '@shared/design/new-websocket-api'
import type { Scenario } from '@shared/design/scenario'
import type { ConnectionSource, WebSocketModel } from '@shared/design/web-socket-scenario'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { Simulation } from '../simulation'
import { simulationResult } from '../simulation-result'

export const AT_ONCE = { distribution: 'CONSTANT', valueMs: 0 } as const

const chat: WebSocketApi = {
  ...newWebSocketApi('Chat'),
  id: 'chatapi001',
  routes: {
    $connect: {},
    $disconnect: { target: 'store' },
    send: { target: 'store', modelSelectionExpression: '$default', requestModels: { $default: 'Message' } },
    ask: { target: 'store' },
  },
  integrations: { store: { integrationType: 'MOCK' } },
}

/** What a test changes about an API with the routes send and ask, whose backends take no time, and about one scenario of it. */
export interface SocketRun {
  readonly source?: Partial<ConnectionSource>
  readonly others?: readonly ConnectionSource[]
  readonly model?: WebSocketModel
  readonly scenario?: Partial<Scenario>
  readonly api?: Partial<WebSocketApi>
  readonly design?: Partial<Design>
}

export function socketRun({ source, others = [], model, scenario, api, design }: SocketRun): {
  design: Design
  scenario: Scenario
} {
  return {
    design: { ...emptyDesign('chat'), apis: [{ ...chat, ...api }], ...design },
    scenario: {
      name: 'chat',
      apiId: chat.id,
      stage: 'prod',
      durationInSeconds: 60,
      seed: 1,
      sources: [],
      connections: [{ name: 'people', shape: { type: 'BURST', count: 10, at: 0 }, ...source }, ...others],
      webSocket: { postLatency: AT_ONCE, ...model },
      backends: { '*': { latency: AT_ONCE } },
      overhead: AT_ONCE,
      ...scenario,
    },
  }
}

/** The result of a run to its end. */
export function playedSockets(run: SocketRun): SimulationResult & Required<Pick<SimulationResult, 'webSocket'>> {
  const { design, scenario } = socketRun(run)
  const simulation = new Simulation(design, scenario)
  while (simulation.run(10_000));
  const result = simulationResult(simulation, scenario, 0)
  return { ...result, webSocket: result.webSocket! }
}

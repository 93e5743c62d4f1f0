import { SCENARIO_METRICS, type Scenario, type ScenarioCheck } from '@shared/design/scenario'
import { filled, list, number, optional, record, required, struct, text, word } from '../shape'
import { authorizerModelShape, backendModelShape } from './backend-model.shape'
import { latencyShape } from './latency.shape'
import { scenarioEventShape } from './scenario-event.shape'
import { connectionSourceShape, webSocketModelShape } from './web-socket-scenario.shape'
import { trafficSourceShape } from './traffic-source.shape'

const scenarioCheckShape = struct<ScenarioCheck>('ScenarioCheck', {
  metric: required(word(...SCENARIO_METRICS)),
  apiKey: optional(text),
  route: optional(text),
  operator: required(word('<', '<=', '==', '>=', '>')),
  value: required(number),
})

export const scenarioShape = struct<Scenario>('Scenario', {
  name: required(text),
  description: optional(text),
  apiId: required(text),
  stage: required(text),
  durationInSeconds: required(number),
  seed: required(number),
  startsAt: optional(text),
  sources: filled(list(trafficSourceShape), []),
  connections: optional(list(connectionSourceShape)),
  webSocket: optional(webSocketModelShape),
  backends: optional(record(backendModelShape)),
  authorizer: optional(authorizerModelShape),
  overhead: optional(latencyShape),
  events: optional(list(scenarioEventShape)),
  checks: optional(list(scenarioCheckShape)),
})

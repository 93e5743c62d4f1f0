import { expect, it } from 'vitest'
import { designWith, found, httpApi, restApi, webSocketApi } from '../review.fixture'
import { logRoleNeeded as RULE } from './log-role-needed'

const accessLogSettings = { format: '$context.requestId' }

it('finds stages that log, once for the account', () => {
  const rest = restApi({}, { stages: { a: { methodSettings: {}, accessLogSettings }, b: { methodSettings: {} } } })
  const webSocket = webSocketApi({}, { stages: { c: { defaultRouteSettings: { loggingLevel: 'ERROR' } } } })
  const design = { ...designWith(rest), apis: [rest, webSocket] }
  expect(found(RULE, design)).toEqual(['info /account'])
  expect(RULE.find(design)[0]!.message.startsWith('Orders a, Chat c: ')).toBe(true)
})

it('finds nothing without logs, nor for HTTP APIs, which need no role', () => {
  const off = restApi({}, { stages: { a: { methodSettings: { '*/*': { loggingLevel: 'OFF' } } } } })
  const http = httpApi({}, { stages: { a: { autoDeploy: true, accessLogSettings } } })
  expect([designWith(off), designWith(http)].flatMap((design) => found(RULE, design))).toEqual([])
})

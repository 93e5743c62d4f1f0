import { expect, it } from 'vitest'
import type { Design } from '../../design/design'
import { checkDesign } from '../../design/checks/check-design'
import { designWith, found, foundAfterFixes, httpApi, restApi, webSocketApi } from '../review.fixture'
import { noAccessLog as RULE } from './no-access-log'

const DESIGNS = [designWith(restApi({})), designWith(httpApi({})), designWith(webSocketApi({}))]
const fixed = (design: Design): Design => RULE.find(design)[0]!.fix!.apply(design)

it('finds stages that write none, and gives them one', () => {
  expect(DESIGNS.map((design) => found(RULE, design))).toEqual([
    ['info /apis/0/stages/prod'],
    ['info /apis/0/stages/$default'],
    ['info /apis/0/stages/prod'],
  ])
  expect(DESIGNS.flatMap((design) => foundAfterFixes(RULE, design))).toEqual([])
})

it('gives a format in JSON that the checks of the design take', () => {
  const [stage] = fixed(DESIGNS[0]!).apis.map((api) => api.stages['prod'])
  expect(stage?.accessLogSettings?.destinationArn).toMatch(
    /^arn:aws:logs:us-east-1:123456789012:log-group:\/aws\/apigateway\/[a-z0-9]{10}\/prod$/,
  )
  expect(Object.keys(JSON.parse(stage!.accessLogSettings!.format) as object)).toEqual([
    'requestId',
    'requestTime',
    'ip',
    'httpMethod',
    'resourcePath',
    'status',
    'protocol',
    'responseLength',
    'latency',
    'integrationLatency',
    'errorType',
  ])
  const complaints = DESIGNS.map((design) => checkDesign(fixed(design)).length - checkDesign(design).length)
  expect(complaints).toEqual([0, 0, 0])
})

it('finds nothing where a stage has one', () => {
  const accessLogSettings = { format: '$context.requestId' }
  expect(found(RULE, designWith(httpApi({}, { stages: { s: { autoDeploy: true, accessLogSettings } } })))).toEqual([])
})

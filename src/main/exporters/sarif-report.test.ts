import { expect, it } from 'vitest'
import { sarifReport } from './sarif-report'

const RULE = { id: 'no-access-log', title: 'Nobody knows', severity: 'info', help: 'Turn it on.' } as const
const RESULT = {
  rule: 'no-access-log',
  severity: 'info',
  message: 'Orders: no access log.',
  pointer: '/apis/0/stages/prod',
  fixable: true,
} as const

const runOf = (results: Parameters<typeof sarifReport>[0]['results']) =>
  (JSON.parse(sarifReport({ uri: 'orders.yaml', rules: [RULE], results }).text) as { runs: Record<string, unknown>[] })
    .runs[0]!

it('writes a result with its rule, level, place and fingerprint', () => {
  expect(runOf([{ ...RESULT, range: { line: 7, column: 3 } }])).toEqual({
    tool: {
      driver: {
        name: 'Gatewright',
        rules: [
          {
            id: 'no-access-log',
            shortDescription: { text: 'Nobody knows' },
            fullDescription: { text: 'Turn it on.' },
            help: { text: 'Turn it on.' },
            defaultConfiguration: { level: 'note' },
          },
        ],
      },
    },
    columnKind: 'utf16CodeUnits',
    artifacts: [{ location: { uri: 'orders.yaml' } }],
    results: [
      {
        ruleId: 'no-access-log',
        ruleIndex: 0,
        level: 'note',
        message: { text: 'Orders: no access log.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'orders.yaml', index: 0 },
              region: { startLine: 7, startColumn: 3 },
            },
            logicalLocations: [{ fullyQualifiedName: '/apis/0/stages/prod', kind: 'member' }],
          },
        ],
        partialFingerprints: { 'ruleAndPointer/v1': 'no-access-log /apis/0/stages/prod' },
        properties: { fixable: true },
      },
    ],
  })
})

it('shows what was set aside as suppressed, with the reason', () => {
  const { results } = runOf([{ ...RESULT, ignoredBecause: 'A test bench.' }])
  expect((results as object[])[0]).toMatchObject({
    suppressions: [{ kind: 'inSource', status: 'accepted', justification: 'A test bench.' }],
  })
})

it('places what has no line in the document at its beginning', () => {
  const [result] = runOf([RESULT])['results'] as { locations: { physicalLocation: { region: object } }[] }[]
  expect(result!.locations[0]!.physicalLocation.region).toEqual({ startLine: 1, startColumn: 1 })
})

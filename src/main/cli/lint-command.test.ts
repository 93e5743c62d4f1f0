import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { emptyDesign } from '@shared/design/new-design'
import { orderDesign } from '@shared/design/order-design.fixture'
import { REVIEW_RULES } from '@shared/review/review-rules'
import { writeProject } from '../project-format/write-project'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { runMain, type MainRun } from './testing/run-main'

const sample = (name: string): string =>
  fileURLToPath(new URL(`../../../resources/samples/${name}/${name}.gatewright.yaml`, import.meta.url))

function lint(...args: string[]): Promise<MainRun> {
  return runMain(['lint', ...args])
}

interface Answer {
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly pointer: string }[]
  readonly ignored: readonly { readonly rule: string; readonly reason: string }[]
  readonly unused: readonly unknown[]
}

async function answerOf(...args: string[]): Promise<Answer> {
  return JSON.parse((await lint(...args, '--json')).out) as Answer
}

/** A design in a file of its own. */
function written(design: Parameters<typeof writeProject>[0]): string {
  const path = join(temporaryFolder(), 'design.gatewright.yaml')
  writeFileSync(path, writeProject(design))
  return path
}

/** An open POST to an address: one error. */
const OPEN_API = JSON.stringify({
  openapi: '3.0.1',
  info: { title: 'Open', version: '1' },
  paths: {
    '/orders': {
      post: {
        responses: {},
        'x-amazon-apigateway-integration': {
          type: 'http_proxy',
          httpMethod: 'POST',
          uri: 'https://orders.example.com',
        },
      },
    },
  },
})

function openApi(): string {
  const path = join(temporaryFolder(), 'open.json')
  writeFileSync(path, OPEN_API)
  return path
}

describe('lint', () => {
  it('ends with 0 where nothing is found', async () => {
    const path = written(emptyDesign('empty'))
    expect(await lint(path)).toEqual({ code: 0, out: '0 errors, 0 warnings, 0 hints, 0 ignored.', err: '' })
    expect(await answerOf(path)).toEqual({ findings: [], ignored: [], unused: [] })
  })

  it('ends with 1 when there is an error, in any document that stands for a design', async () => {
    const rule = 'public-route-without-authorization'
    const { code, out } = await lint(openApi(), '--rule', rule, '--json')
    expect([code, JSON.parse(out)]).toEqual([
      1,
      {
        findings: [
          {
            rule,
            severity: 'error',
            message:
              'Open, POST /orders: it asks for no authorization and no API key, so that anybody can call its backend. Give it an authorizer, or set this finding aside if it is meant to be public.',
            pointer: '/apis/0/resources/~1orders/methods/POST/authorizationType',
            fixable: false,
          },
        ],
        ignored: [],
        unused: [],
      },
    ])
  })

  it('shows what was set aside, and does not fail because of it', async () => {
    const { code, out } = await lint(sample('items-api'), '--rule', 'public-route-without-authorization')
    expect(code).toBe(0)
    expect(out.split('\n').map((line) => line.replace(/:.* \(/, ': ('))).toEqual([
      'ignored warning public-route-without-authorization at /apis/0/routes/GET ~1items/authorizationType: (Everybody may read the catalogue.)',
      'ignored warning public-route-without-authorization at /apis/0/routes/GET ~1items~1{id}/authorizationType: (Everybody may read the catalogue.)',
      'ignored error public-route-without-authorization at /apis/0/routes/$default/authorizationType: (It only says what there is.)',
      '0 errors, 0 warnings, 0 hints, 3 ignored.',
    ])
  })

  it('says what was set aside for nothing', async () => {
    const ignored = [{ rule: 'tracing-off', pointer: '/apis/9', reason: 'It was slow.' }]
    const path = written({ ...emptyDesign('empty'), review: { ignored } })
    expect((await lint(path)).out).toBe(
      'unused tracing-off at /apis/9: nothing is found there any more.\n0 errors, 0 warnings, 0 hints, 0 ignored.',
    )
  })

  it('counts what AWS would refuse as an error too, unless it is asked for single rules', async () => {
    const design = { ...orderDesign(), accountId: '12' }
    const path = written(design)
    expect((await answerOf(path)).findings[0]).toMatchObject({ rule: 'design/account-id-invalid', severity: 'error' })
    expect([(await lint(path)).code, (await lint(path, '--rule', 'tracing-off')).code]).toEqual([1, 0])
  })

  it('lists the rules', async () => {
    const { code, out } = await lint('--list', '--json')
    const { rules } = JSON.parse(out) as { rules: readonly { id: string }[] }
    expect([code, rules.map(({ id }) => id)]).toEqual([0, REVIEW_RULES.map(({ id }) => id)])
    expect((await lint('--list', '--rule', 'tracing-off')).out.split('\n').slice(0, 2)).toEqual([
      'tracing-off (info)',
      '  A slow request cannot be followed to its cause',
    ])
  })

  it.each([
    [[], 'Name a design.'],
    [['--rule', 'parrots', 'x.yaml'], 'There is no rule "parrots": --list names them all.'],
    [['--list', 'x.yaml'], '--list takes no design: it lists the rules.'],
    [['nowhere.yaml'], 'nowhere.yaml cannot be read: there is no such file.'],
  ])('%j ends with 2', async (args, message) => {
    const { code, err } = await lint(...args)
    expect([code, err.split('\n')[0]]).toEqual([2, message])
  })
})

describe('lint --sarif', () => {
  interface Sarif {
    readonly runs: readonly [
      {
        readonly artifacts: readonly [{ readonly location: { readonly uri: string } }]
        readonly results: readonly {
          readonly ruleId: string
          readonly suppressions?: readonly { readonly justification: string }[]
          readonly locations: readonly [
            { readonly physicalLocation: { readonly region: { readonly startLine: number } } },
          ]
        }[]
      },
    ]
  }

  async function sarifOf(path: string): Promise<Sarif['runs'][0]> {
    const file = join(temporaryFolder(), 'lint.sarif')
    await lint(path, '--sarif', file)
    return (JSON.parse(readFileSync(file, 'utf8')) as Sarif).runs[0]
  }

  it('places findings of a project at their lines, and shows those set aside as suppressed', async () => {
    const path = sample('items-api')
    const lines = readFileSync(path, 'utf8').split('\n')
    const { results, artifacts } = await sarifOf(path)
    const places = results.map(({ ruleId, suppressions, locations }) => [
      ruleId,
      suppressions?.[0]?.justification,
      lines[locations[0].physicalLocation.region.startLine - 1]?.trim(),
    ])
    expect(places).toEqual([
      ['no-custom-domain', undefined, '- protocolType: HTTP'],
      ['no-access-log', undefined, '$default:'],
      ['public-route-without-authorization', 'Everybody may read the catalogue.', 'authorizationType: NONE'],
      ['public-route-without-authorization', 'Everybody may read the catalogue.', 'authorizationType: NONE'],
      ['public-route-without-authorization', 'It only says what there is.', 'authorizationType: NONE'],
    ])
    expect(artifacts[0].location.uri).toBe(pathToFileURL(path).href)
  })

  it('places findings of other documents at their beginning', async () => {
    const { results } = await sarifOf(openApi())
    expect(new Set(results.map(({ locations }) => locations[0].physicalLocation.region.startLine))).toEqual(
      new Set([1]),
    )
  })
})

describe('the shipped samples', () => {
  /** Everything that is found in them is so; what is intended is set aside in them, with the reason. */
  const HINTS = new Set(['no-custom-domain', 'no-access-log', 'tracing-off', 'cors-missing'])

  it.each([
    [
      'order-api',
      [
        'warning stage-without-throttling /apis/0/stages/prod',
        'warning user-data-cached /apis/0/resources/~1orders/methods/GET/integration',
        'warning user-data-cached /apis/0/resources/~1orders~1{id}/methods/GET/integration',
        'info cache-hit-ratio-not-watched /apis/0/stages/prod/methodSettings',
      ],
    ],
    ['items-api', []],
    ['chat', []],
    ['token-bucket', []],
    [
      'loss',
      ['warning stage-without-throttling /apis/0/stages/prod', 'info rest-api-without-need /apis/0/protocolType'],
    ],
    ['speed', ['info cache-hit-ratio-not-watched /apis/0/stages/prod/methodSettings']],
  ])('%s has what is true of it, and no more', async (name, expected) => {
    const { findings, unused } = await answerOf(sample(name))
    const told = findings.filter(({ rule }) => !HINTS.has(rule))
    expect(told.map(({ rule, severity, pointer }) => `${severity} ${rule} ${pointer}`)).toEqual(expected)
    expect(unused).toEqual([])
  })
})

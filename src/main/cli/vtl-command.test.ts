import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { MappingTemplate } from '@shared/design/mapping-template'
import { putTemplate } from '@shared/design/edits/put-template'
import { emptyDesign } from '@shared/design/new-design'
import { writeProject } from '../project-format/write-project'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { main } from './main'

interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function vtl(args: readonly string[], input?: Readable, stop = new AbortController()): Promise<Said> {
  const out: string[] = []
  const err: string[] = []
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    isTerminal: false,
    signal: stop.signal,
    ...(input && { input }),
  }
  const code = await main(['vtl', ...args], '9.8.7', io)
  return { code, out: out.join('\n'), err: err.join('\n') }
}

/** A file with this content in a new folder. */
function written(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

const template = (source: string): string[] => ['--template', written('t.vtl', source)]
const event = (value: unknown): string[] => ['--event', written('e.json', JSON.stringify(value))]

const NO_OVERRIDES = {
  requestOverride: { path: {}, querystring: {}, header: {} },
  responseOverride: { header: {} },
}

describe('vtl --template', () => {
  it('prints the output', async () => {
    const args = [
      ...template('$input.path("$.a") of $context.stage\n'),
      ...event({ body: '{"a":1}', context: { stage: 'prod' } }),
    ]
    expect(await vtl(args)).toEqual({ code: 0, out: '1 of prod', err: '' })
  })

  it('renders with an empty event when none is given', async () => {
    expect(await vtl(template('[$input.body]'))).toEqual({ code: 0, out: '[{}]', err: '' })
  })

  it('prints the exact output and the overrides for scripts', async () => {
    const { code, out } = await vtl([...template('#set($context.responseOverride.status = 404)\nx\n'), '--json'])
    expect([code, JSON.parse(out)]).toEqual([
      0,
      { ok: true, output: 'x\n', ...NO_OVERRIDES, responseOverride: { header: {}, status: 404 } },
    ])
  })

  it('renders as plain Velocity when it shall', async () => {
    const args = template('$gone')
    expect((await vtl(args)).out).toBe('')
    expect((await vtl([...args, '--profile', 'velocity'])).out).toBe('$gone')
  })

  it('ends with 1 and the place of the error', async () => {
    const [option, path] = template('a\n#if(')
    const { code, out, err } = await vtl([option!, path!])
    expect([code, out, err.startsWith(`${path}:2:`)]).toEqual([1, '', true])
    const json = await vtl([option!, path!, '--json'])
    const { ok, error } = JSON.parse(json.out) as { ok: boolean; error: Record<string, unknown> }
    expect([json.code, json.err, ok, Object.keys(error), error['line']]).toEqual([
      1,
      '',
      false,
      ['message', 'line', 'column'],
      2,
    ])
  })

  it.each([
    ['a template that is not there', () => ['--template', '/no.vtl'], '/no.vtl cannot be read: there is no such file.'],
    ['an event that is not there', () => [...template('a'), '--event', '/no.json'], ': there is no such file.'],
    ['bytes', () => ['--template', written('b.vtl', new Uint8Array([0x61, 0xff]))], ': it is not text in UTF-8.'],
    [
      'a body that is no text',
      () => [...template('a'), ...event({ body: { a: 1 } })],
      ': body must be text (in quotes) or null.',
    ],
    ['a list for an event', () => [...template('a'), ...event([])], ': an event is a JSON object with body, params, '],
    [
      'an event that is no JSON',
      () => [...template('a'), '--event', written('c.json', '{')],
      'c.json cannot be read: ',
    ],
  ])('of %s ends with 2', async (_, args, message) => {
    const { code, out, err } = await vtl(args())
    expect([code, out, err.includes(message)]).toEqual([2, '', true])
  })
})

describe('a wrong call of vtl', () => {
  it.each([
    [[], 'Name a template with --template, or give --jsonl or --run.'],
    [['t.vtl'], 'vtl takes options only, not "t.vtl".'],
    [['--template', 'a', '--profile', 'aws'], '--profile is apigw or velocity, not aws.'],
    [['--template', 'a', '--engine', 'java'], '--engine is gatewright or velocityjs, not java.'],
    [
      ['--template', 'a', '--engine', 'velocityjs', '--profile', 'apigw'],
      'velocityjs has no profile apigw; leave --profile out.',
    ],
    [['--jsonl', '--template', 'a'], '--template does not go with --jsonl.'],
    [['--run', 'a', '--event', 'b'], '--event does not go with --run.'],
    [['--run', 'a', '--jsonl'], '--jsonl does not go with --run.'],
    [['--jsonl'], '--jsonl reads cases from standard input, and there is none.'],
  ])('%j ends with 2', async (args, message) => {
    const { code, out, err } = await vtl(args)
    expect([code, out, err.split('\n')[0]]).toEqual([2, '', message])
  })
})

describe('vtl --jsonl', () => {
  const cases = (...lines: unknown[]): Readable =>
    Readable.from(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`))
  const answers = async (input: Readable, ...args: string[]): Promise<unknown[]> => {
    const { code, out, err } = await vtl(['--jsonl', ...args], input)
    expect([code, err]).toEqual([0, ''])
    return out === '' ? [] : out.split('\n').map((line): unknown => JSON.parse(line))
  }

  it('answers each case with a line, in order', async () => {
    const input = cases(
      { id: 'a', category: 'x', template: '$input.body', body: 'one', expect: { apigw: { ok: true } } },
      {
        id: 2,
        template: '$stageVariables.v $input.params("q")',
        body: null,
        stageVariables: { v: 'two' },
        params: { querystring: { q: 'x' } },
      },
      { template: 'three' },
    )
    expect(await answers(input)).toEqual([
      { id: 'a', ok: true, output: 'one', ...NO_OVERRIDES },
      { id: 2, ok: true, output: 'two x', ...NO_OVERRIDES },
      { ok: true, output: 'three', ...NO_OVERRIDES },
    ])
  })

  it('says what it could not render, and goes on', async () => {
    const input = cases({ id: 'bad', template: 'a\n  #if(' }, { id: 'good', template: 'b' })
    const [bad, good] = await answers(input)
    expect(bad).toMatchObject({ id: 'bad', ok: false, error: { line: 2, column: expect.any(Number) } })
    expect(good).toEqual({ id: 'good', ok: true, output: 'b', ...NO_OVERRIDES })
  })

  it('answers lines that are no cases, and goes on', async () => {
    const input = cases('nonsense', '[]', { id: 'x' }, { id: 'y', template: 'a', body: 5 }, '', { template: 'last' })
    const refused = (message: string): object => ({ ok: false, error: { message, line: 0, column: 0 } })
    expect(await answers(input)).toEqual([
      { ok: false, error: { message: expect.stringContaining('The line is no case: '), line: 0, column: 0 } },
      refused('The line is no case: it is no JSON object.'),
      { id: 'x', ...refused('The line is no case: template must be text.') },
      { id: 'y', ...refused('The line is no case: body must be text (in quotes) or null.') },
      { ok: true, output: 'last', ...NO_OVERRIDES },
    ])
  })

  it('answers before the input ends, and ends when it is told to', async () => {
    const input = new Readable({ read: () => undefined })
    const stop = new AbortController()
    let ended: Promise<number> = Promise.resolve(0)
    const firstAnswer = new Promise<string>((out) => {
      const io = { out, err: () => undefined, isTerminal: false, signal: stop.signal, input }
      ended = main(['vtl', '--jsonl'], '9.8.7', io)
    })
    input.push('{"id":1,"template":"early"}\n')
    expect(JSON.parse(await firstAnswer)).toEqual({ id: 1, ok: true, output: 'early', ...NO_OVERRIDES })
    stop.abort('SIGINT')
    expect(await ended).toBe(130)
  })

  it('stops a case that would not end, and goes on', async () => {
    const loop = '#foreach($a in [1..1000])#foreach($b in [1..1000])#foreach($c in [1..1000])$a#end#end#end'
    const [endless, next] = await answers(cases({ id: 'endless', template: loop }, { id: 'next', template: 'b' }))
    expect([endless, next]).toMatchObject([
      { id: 'endless', ok: false },
      { id: 'next', ok: true },
    ])
  })

  it('of nothing is nothing', async () => {
    expect(await answers(cases())).toEqual([])
  })
})

describe('vtl --engine velocityjs', () => {
  it('renders as other emulators do', async () => {
    const args = [...template('$gone $input.path("$.a")'), ...event({ body: '{"a":1}' }), '--engine', 'velocityjs']
    expect(await vtl(args)).toEqual({ code: 0, out: '$gone 1', err: '' })
    expect(JSON.parse((await vtl([...args, '--json'])).out)).toEqual({ ok: true, output: '$gone 1', ...NO_OVERRIDES })
  })

  it('stops what would not end, and says what it cannot parse', async () => {
    const input = Readable.from([
      `${JSON.stringify({ id: 1, template: '#macro(a)#foreach($i in [1..100000])#foreach($j in [1..100000])$j#end#end#end#a()' })}\n`,
      `${JSON.stringify({ id: 2, template: '#if(' })}\n`,
      `${JSON.stringify({ id: 3, template: 'next' })}\n`,
    ])
    const { code, out } = await vtl(['--jsonl', '--engine', 'velocityjs'], input)
    const lines = out.split('\n').map((line): unknown => JSON.parse(line))
    expect([code, lines]).toMatchObject([
      0,
      [
        { id: 1, ok: false, error: { message: 'velocityjs was stopped after 1500 ms.' } },
        { id: 2, ok: false },
        { id: 3, ok: true, output: 'next' },
      ],
    ])
  })
})

describe('vtl --run', () => {
  const good: MappingTemplate = {
    source: "$input.json('$')\n",
    profile: 'apigw',
    cases: [
      { name: 'echo', event: { body: '{"a": 1}' }, expected: { output: '{"a":1}\n' } },
      { name: 'broken', event: { body: '{' }, expected: { fails: true } },
    ],
  }
  const bad: MappingTemplate = {
    source: 'a\nb $input.path("$.x")\n',
    profile: 'apigw',
    cases: [
      { name: 'no x', event: { body: null }, expected: { output: 'a\nb 5\n' } },
      { name: 'renders', event: { body: null }, expected: { fails: true } },
      { name: 'override', event: { body: null }, expected: { output: 'a\nb \n', responseOverride: { status: 5 } } },
      { name: 'cut', event: { body: null }, expected: { output: 'a\nb \n\nc' } },
      { name: 'fails', event: { body: '{' }, expected: { output: '' } },
    ],
  }
  const design = putTemplate(emptyDesign('orders'), 'good.vtl', good)
  const both = putTemplate(design, 'bad.vtl', bad)
  const file = (of: typeof design): string => written('a.gatewright.yaml', writeProject(of))
  const withoutTimes = ({ code, out, err }: Said): Said => ({
    code,
    out: out.replaceAll(/\(\d+\.\d ms\)/g, '(t)'),
    err,
  })

  it('plays every case and ends with 0 when all pass', async () => {
    expect(withoutTimes(await vtl(['--run', file(design)]))).toEqual({
      code: 0,
      out: 'pass  good.vtl: echo (t)\npass  good.vtl: broken (t)\n2 cases passed.',
      err: '',
    })
  })

  it('says of each failure what differs first, and ends with 1', async () => {
    const { code, out, err } = withoutTimes(await vtl(['--run', file(both), '--template', 'bad.vtl']))
    const lines = out.split('\n')
    expect([code, err, lines.slice(0, -3), lines.at(-1)]).toEqual([
      1,
      '',
      [
        'FAIL  bad.vtl: no x (t)',
        '      line 2 of the output',
        '      expected "b 5"',
        '      got      "b "',
        'FAIL  bad.vtl: renders (t)',
        '      It renders, and should fail.',
        'FAIL  bad.vtl: override (t)',
        '      The output is as expected; what it writes to the overrides is not.',
        'FAIL  bad.vtl: cut (t)',
        '      line 4 of the output',
        '      expected "c"',
        '      got      no such line',
      ],
      '5 of 5 cases failed.',
    ])
    expect(lines.slice(-3, -1)).toEqual([
      'FAIL  bad.vtl: fails (t)',
      expect.stringMatching(/^ {6}line 2, column \d+: /),
    ])
  })

  it('gives all of it to scripts', async () => {
    const { code, out } = await vtl(['--run', file(both), '--json'])
    const { passed, failed, results } = JSON.parse(out) as {
      passed: number
      failed: number
      results: { result: string }[]
    }
    expect([code, passed, failed, results.map(({ result }) => result)]).toEqual([
      1,
      2,
      5,
      ['pass', 'pass', 'fail', 'fail', 'fail', 'fail', 'fail'],
    ])
    expect(results[0]).toMatchObject({ template: 'good.vtl', case: 'echo', outcome: { ok: true, output: '{"a":1}\n' } })
  })

  it('of a design without cases plays none', async () => {
    expect(await vtl(['--run', file(emptyDesign('orders'))])).toEqual({
      code: 0,
      out: 'There is no case to play.',
      err: '',
    })
  })

  it('of a template that is not there says which are', async () => {
    const { code, err } = await vtl(['--run', file(both), '--template', 'gone.vtl'])
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'No template is named "gone.vtl": the design has "good.vtl", "bad.vtl".',
    ])
    const none = await vtl(['--run', file(emptyDesign('orders')), '--template', 'gone.vtl'])
    expect(none.err.split('\n')[0]).toBe('No template is named "gone.vtl": the design has none.')
  })
})

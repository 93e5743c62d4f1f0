import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import { definitionOf } from '@shared/design/definition-of'
import type { RestApi } from '@shared/design/rest-api'
import { emptyDesign, newRestApi } from '@shared/design/new-design'
import { parseProject } from './parse-project'
import { writeProject } from './write-project'

/** Everything a person may do to a file by hand: comments, keys in another order, keys of others, anchors, flow style, odd spaces. */
const BY_HAND = `# Orders, by hand
# and a second line

name: orders   # short
gatewright: 1

x-team: {owner: me}   # not ours
apis:
  # the only API
  - protocolType: REST
    name: o   # short
    id: a1b2c3d4e5
    endpointConfiguration: {types: [REGIONAL]}

    # resources come first
    resources:
      # root
      /:
        methods: {}
      # orders
      "/orders":
        x-note: keep me
        methods:
          # reading
          GET:
            authorizationType: NONE
            integration:
              type: MOCK # mock
              requestTemplates:
                application/json: |
                  #set($a = 1)
                  {"statusCode": 200}

          # writing
          POST:
              apiKeyRequired: true    # deeper than need be
              integration: {type: MOCK}   # flow
              # end of POST
    stages:
      prod:
        methodSettings:
          "*/*": {throttlingRateLimit: 100}
# plans
usagePlans:
- id: abc
  name: Gold
  # burst
  throttle: {rateLimit: 10, burstLimit: 20}

# silver
- id: def
  name: Silver

# the end
`

const parse = (text: string): Design => {
  const { design } = parseProject(text, 'orders.gatewright.yaml')
  if (!design) throw new TypeError('the text is a project')
  return design
}

/** A design with one member changed, found by its path. */
function set<Part>(whole: Part, [name, ...rest]: readonly (string | number)[], value: unknown): Part {
  if (name === undefined) return value as Part
  if (Array.isArray(whole)) return whole.map((item, at) => (at === name ? set(item, rest, value) : item)) as Part
  const members = whole as Readonly<Record<string, unknown>>
  return { ...members, [name]: set(members[name], rest, value) } as Part
}

/** The lines that a save took away ("-") and put in ("+"). */
function linesChanged(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  let start = 0
  while (start < old.length && old[start] === now[start]) start++
  let end = 0
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++
  return [
    ...old.slice(start, old.length - end).map((line) => `-${line}`),
    ...now.slice(start, now.length - end).map((line) => `+${line}`),
  ]
}

/** What a save changes in the file written by hand; the result must read back as the design. */
function changes(path: readonly (string | number)[], value: unknown, text = BY_HAND): string[] {
  const design = set(parse(text), path, value)
  const written = writeProject(design, text)
  expect(parse(written)).toEqual(design)
  return linesChanged(text, written)
}

describe('a new file', () => {
  it('has the version first, keys in the order of the types and no defaults but those a reader should see', () => {
    const api: RestApi = {
      ...newRestApi('orders'),
      resources: {},
      deployments: [],
      stages: { prod: { methodSettings: {} } },
    }
    expect(writeProject({ ...emptyDesign('orders'), apis: [api] })).toBe(
      [
        'gatewright: 1',
        'name: orders',
        'region: us-east-1',
        "accountId: '123456789012'",
        'account:',
        '  throttleSettings:',
        '    rateLimit: 10000',
        '    burstLimit: 5000',
        'apis:',
        '  - protocolType: REST',
        `    id: ${api.id}`,
        '    name: orders',
        '    endpointConfiguration:',
        '      types:',
        '        - REGIONAL',
        '    stages:',
        '      prod: {}',
        '',
      ].join('\n'),
    )
  })

  it('has the definition of a deployment only where it differs from the API', () => {
    const api = newRestApi('orders')
    const design = { ...emptyDesign('orders'), apis: [api] }
    expect(writeProject(design)).not.toContain('definition:')
    const edited = { ...design, apis: [{ ...api, apiKeySource: 'AUTHORIZER' as const }] }
    expect(writeProject(edited)).toContain('definition:')
    expect([parse(writeProject(design)), parse(writeProject(edited))]).toEqual([design, edited])
    const back = {
      ...edited,
      apis: [{ ...api, deployments: [{ ...api.deployments[0]!, definition: definitionOf(api) }] }],
    }
    expect(writeProject(back, writeProject(edited))).not.toContain('definition:')
  })
})

describe('a file changed by hand', () => {
  it('stays as it is while the design does', () => {
    expect(writeProject(parse(BY_HAND), BY_HAND)).toBe(BY_HAND)
  })

  const get = ['apis', 0, 'resources', '/orders', 'methods', 'GET']
  it.each<[string, readonly (string | number)[], unknown, string[]]>([
    [
      'a value keeps the comment behind it',
      ['name'],
      'renamed',
      ['-name: orders   # short', '+name: renamed   # short'],
    ],
    [
      'a value in brackets keeps its brackets',
      ['usagePlans', 0, 'throttle'],
      { rateLimit: 1, burstLimit: 2 },
      ['-  throttle: {rateLimit: 10, burstLimit: 20}', '+  throttle: { rateLimit: 1, burstLimit: 2 }'],
    ],
    [
      'a default that was written is changed where it is',
      [...get, 'authorizationType'],
      'AWS_IAM',
      ['-            authorizationType: NONE', '+            authorizationType: AWS_IAM'],
    ],
    [
      'a member that was left out goes where a new file has it',
      [...get, 'apiKeyRequired'],
      true,
      ['+            apiKeyRequired: true'],
    ],
    [
      'a template that shrinks to one line leaves the comment after it alone',
      [...get, 'integration', 'requestTemplates', 'application/json'],
      'x',
      [
        '-                application/json: |',
        '-                  #set($a = 1)',
        '-                  {"statusCode": 200}',
        '+                application/json: x',
      ],
    ],
    [
      'a value with another kind keeps the comment on its line',
      [...get, 'integration', 'requestTemplates'],
      {},
      [
        '-              requestTemplates:',
        '-                application/json: |',
        '-                  #set($a = 1)',
        '-                  {"statusCode": 200}',
        '+              requestTemplates: {}',
      ],
    ],
    [
      'an item is added after the last, before what follows the list',
      ['usagePlans', 2],
      { id: 'new', name: 'N', apiStages: [], keyIds: [] },
      [],
    ],
  ])('%s', (_what, path, value, expected) => {
    if (path[1] === 2) {
      const design = parse(BY_HAND)
      const written = writeProject(
        { ...design, usagePlans: [...design.usagePlans, value as Design['usagePlans'][number]] },
        BY_HAND,
      )
      expect(linesChanged(BY_HAND, written)).toEqual(['+- id: new', "+  name: 'N'"])
    } else {
      expect(changes(path, value)).toEqual(expected)
    }
  })

  it('loses a member together with the comments above it, and nothing else', () => {
    const design = parse(BY_HAND)
    const api = design.apis[0] as RestApi
    const { GET: _, ...methods } = api.resources['/orders']!.methods
    expect(changes(['apis', 0, 'resources', '/orders', 'methods'], methods)).toEqual([
      '-          # reading',
      '-          GET:',
      '-            authorizationType: NONE',
      '-            integration:',
      '-              type: MOCK # mock',
      '-              requestTemplates:',
      '-                application/json: |',
      '-                  #set($a = 1)',
      '-                  {"statusCode": 200}',
      '-',
    ])
    expect(changes(['usagePlans'], [design.usagePlans[1]])).toEqual([
      '-- id: abc',
      '-  name: Gold',
      '-  # burst',
      '-  throttle: {rateLimit: 10, burstLimit: 20}',
      '-',
    ])
  })

  it('moves comments with the items they belong to', () => {
    const [gold, silver] = parse(BY_HAND).usagePlans
    const written = writeProject({ ...parse(BY_HAND), usagePlans: [silver!, gold!] }, BY_HAND)
    expect(written.slice(written.indexOf('# plans'))).toBe(
      `# plans
usagePlans:
# silver
- id: def
  name: Silver
- id: abc
  name: Gold
  # burst
  throttle: {rateLimit: 10, burstLimit: 20}


# the end
`,
    )
  })

  it('keeps keys it does not know even where everything around them is replaced', () => {
    const text = 'gatewright: 1\nname: x\nfunctions: {f: {timeout: 1, x-a: 1}, g: {x-b: 2}}\n'
    const written = writeProject({ ...parse(text), functions: { f: { timeout: 2 }, g: {} } }, text)
    expect(written).toBe('gatewright: 1\nname: x\nfunctions: { f: { timeout: 2, x-a: 1 }, g: { x-b: 2 } }\n')
  })

  it('drops the keys of the kind of thing it was', () => {
    const shape = (type: string): string =>
      `gatewright: 1\nname: x\nscenarios:\n  - name: s\n    apiId: a\n    stage: b\n    durationInSeconds: 1\n    seed: 1\n    sources:\n      - name: t\n        shape:\n${type}        routes: {}\n`
    const before = shape('          type: BURST\n          count: 5\n          at: 0\n')
    const after = shape('          type: CONSTANT\n          ratePerSecond: 3\n')
    expect(writeProject(parse(after), before)).toBe(after)
  })
})

describe('anchors', () => {
  const ANCHORS = `gatewright: 1
name: x
functions:
  # shared
  base: &base
    timeout: 5
    environment: {A: "1"}
  same: *base   # alias
  more:
    <<: *base
    handler: h
  other: {timeout: 9} # flow
`

  it('stay while their values do', () => {
    expect(changes(['functions', 'other', 'timeout'], 8, ANCHORS)).toEqual([
      '-  other: {timeout: 9} # flow',
      '+  other: { timeout: 8 } # flow',
    ])
  })

  it('are written out where keeping them would change what else stands for them, and only there', () => {
    const design = set(parse(ANCHORS), ['functions', 'base', 'timeout'], 6)
    expect(writeProject(design, ANCHORS)).toBe(`gatewright: 1
name: x
functions:
  # shared
  base: &base
    timeout: 6
    environment: {A: "1"}
  same:   # alias
    timeout: 5
    environment:
      A: '1'
  more:
    handler: h
    timeout: 5
    environment:
      A: '1'
  other: {timeout: 9} # flow
`)
  })

  it('give way one by one to values of their own', () => {
    expect(changes(['functions', 'same'], { timeout: 7 }, ANCHORS)).toEqual([
      '-  same: *base   # alias',
      '+  same:   # alias',
      '+    timeout: 7',
    ])
  })
})

describe('other forms of a file', () => {
  it('keeps the line breaks of Windows', () => {
    const text = BY_HAND.replaceAll('\n', '\r\n')
    const design = parse(text)
    expect(writeProject(design, text)).toBe(text)
    const written = writeProject({ ...design, name: 'renamed' }, text)
    expect(written).toBe(text.replace('name: orders', 'name: renamed'))
  })

  it('adds the line break a file lacks at its end', () => {
    expect(writeProject({ ...emptyDesign('x'), scenarios: [] }, 'gatewright: 1\nname: y')).toBe(
      'gatewright: 1\nname: x\n',
    )
  })

  it('keeps JSON as JSON', () => {
    const text = '{"gatewright": 1, "name": "x", "x-mine": [1]}'
    expect(JSON.parse(writeProject({ ...emptyDesign('y') }, text))).toEqual({
      gatewright: 1,
      name: 'y',
      region: 'us-east-1',
      accountId: '123456789012',
      account: { throttleSettings: { rateLimit: 10_000, burstLimit: 5_000 } },
      apis: [],
      'x-mine': [1],
    })
  })

  it('brings a file of an older version to this one', () => {
    expect(writeProject(emptyDesign('x'), '# mine\ngatewright: 0 # old\nname: x\n')).toBe(
      '# mine\ngatewright: 1 # old\nname: x\n',
    )
  })

  it('starts anew where the file before was no map', () => {
    for (const text of ['', '- 1\n', 'a: [', '{"a": 1}}']) {
      expect(writeProject(emptyDesign('x'), text)).toBe(writeProject(emptyDesign('x')))
    }
  })
})

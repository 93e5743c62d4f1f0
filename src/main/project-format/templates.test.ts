import { describe, expect, it } from 'vitest'
import type { Design } from '@shared/design/design'
import type { MappingTemplate } from '@shared/design/mapping-template'
import { emptyDesign } from '@shared/design/new-design'
import { checkDesignTypes } from './check-types'
import { parseProject } from './parse-project'
import { writeProject } from './write-project'

const design = (templates: Design['templates']): Design => ({
  ...emptyDesign('orders'),
  ...(templates && { templates }),
})
const holding = (source: string): Design => design({ 'a.vtl': { profile: 'apigw', source, cases: [] } })

function reread(text: string): Design | null {
  const { design: read, diagnostics } = parseProject(text, 'a.gatewright.yaml')
  expect(diagnostics).toEqual([])
  return read
}

/** What is wrong with the types of a design that holds the template. */
function problemsOf(template: object): string[] {
  const value = { ...emptyDesign('orders'), templates: { 'a.vtl': template } }
  return checkDesignTypes(value).map(({ message }) => message)
}

const READABLE: MappingTemplate = {
  slot: { apiId: 'a1b2c3d4e5', path: '/orders', verb: 'POST', contentType: 'application/json' },
  profile: 'apigw',
  source: '#set($order = $input.path(\'$\'))\n{\n  "id": "$order.id"\n}\n',
  cases: [
    { name: 'an order', event: { body: '{"id": 7}' }, expected: { output: '{\n  "id": "7"\n}\n' } },
    {
      name: 'nothing',
      event: { body: null, context: { stage: 'prod', authorizer: { claims: null } }, stageVariables: { host: 'a' } },
      expected: { fails: true },
    },
  ],
}

const READABLE_TEXT = `templates:
  create-order.vtl:
    slot:
      apiId: a1b2c3d4e5
      path: /orders
      verb: POST
      contentType: application/json
    source: |
      #set($order = $input.path('$'))
      {
        "id": "$order.id"
      }
    cases:
      - name: an order
        event:
          body: '{"id": 7}'
        expected:
          output: |
            {
              "id": "7"
            }
      - name: nothing
        event:
          context:
            stage: prod
            authorizer:
              claims: null
          stageVariables:
            host: a
        expected:
          fails: true
`

const SOURCES: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['blanks behind lines', '{  \n  "a": 1\t \n}  '],
  ['blanks alone', '   '],
  ['a last line of blanks', '{}\n   '],
  ['tabs before lines', '\t{\n\t\t"a": 1\n\t}\n'],
  ['spaces before the first line', '    {\n  }\n'],
  ['line breaks of Windows', '{\r\n  "a": 1\r\n}\r\n'],
  ['both kinds of line breaks', '{\r\n}\n'],
  ['a carriage return alone', 'a\rb\n'],
  ['no line break at the end', '{\n}'],
  ['several line breaks at the end', '{\n}\n\n\n'],
  ['line breaks first', '\n\n{\n}\n'],
  ['only line breaks', '\n\n'],
  ['lines that look like a comment', '# a\n## b\n#* c *#\n'],
  ['lines that look like YAML', '---\n- a: *b\n... \n? |\n  %TAG\n'],
  ['what a quote may end', 'a\'b"c\\d\n"e": \'f\'\\n'],
  ['characters nobody sees', 'a\u0000b\u00a0c\u200bd\u2028e\u0085f\n'],
  ['marks that reorder text', '{"a": "\u202e"}\n'],
  ['half a character', 'a\ud83d\nb'],
  ['a byte order mark', '\ufeff{\n}\n'],
  ['a line of blanks between', 'a\n     \nb\n'],
]

describe('saved templates', () => {
  it('are written so that a diff reads', () => {
    const saved = design({ 'create-order.vtl': READABLE })
    const text = writeProject(saved)
    expect([text.slice(text.indexOf('templates:')), reread(text)]).toEqual([READABLE_TEXT, saved])
  })

  it('are absent from a file without any', () => {
    expect(writeProject(design(undefined))).not.toContain('templates')
    expect(reread(writeProject(design(undefined)))).not.toHaveProperty('templates')
  })

  it.each(SOURCES)('keep a source with %s', (_, source) => {
    expect(reread(writeProject(holding(source)))).toEqual(holding(source))
  })

  it.each(SOURCES)('keep a source with %s where a file is changed, in both kinds of files', (_, source) => {
    const before = writeProject(holding('{\n  "old": true\n}\n'))
    const windows = before.replaceAll('\n', '\r\n')
    expect(reread(writeProject(holding(source), before))).toEqual(holding(source))
    expect(reread(writeProject(holding(source), windows))).toEqual(holding(source))
    expect(reread(writeProject(holding('{\n}'), writeProject(holding(source))))).toEqual(holding('{\n}'))
  })

  it('keep the comments of a file around what changed', () => {
    const saved = design({ 'create-order.vtl': READABLE })
    const commented = writeProject(saved).replace('  create-order.vtl:', '  # made by hand\n  create-order.vtl:')
    const renamedCase = { ...READABLE, cases: [READABLE.cases[0]!, { ...READABLE.cases[1]!, name: 'no body' }] }
    const written = writeProject(design({ 'create-order.vtl': renamedCase }), commented)
    expect(written).toBe(commented.replace('name: nothing', 'name: no body'))
  })

  it('take the profile, the cases and an event without a body for granted', () => {
    const text = `${writeProject(design(undefined))}templates:
  a.vtl:
    source: x
    cases:
      - name: c
        event: {}
        expected: {output: x}
`.replace(/^templates: .*\n/m, '')
    expect(reread(text)?.templates).toEqual({
      'a.vtl': {
        profile: 'apigw',
        source: 'x',
        cases: [{ name: 'c', event: { body: null }, expected: { output: 'x' } }],
      },
    })
  })
})

describe('types of a saved template', () => {
  const CASE = { name: 'c', event: { body: null }, expected: { output: '' } }
  const valid = { profile: 'apigw', source: '', cases: [CASE] }
  const at = '/templates/a.vtl'

  it('are in order when every member is there', () => {
    expect(problemsOf(valid)).toEqual([])
    expect(problemsOf({ ...valid, cases: [{ ...CASE, expected: { fails: true } }] })).toEqual([])
  })

  it.each([
    [{ ...valid, profile: 'aws' }, `${at}/profile is the text "aws", but must be one of apigw, velocity. Change it.`],
    [{ ...valid, source: null }, `${at}/source is empty, but must be text. Change it.`],
    [
      { ...valid, slot: { apiId: 'a', path: '/', verb: 'FETCH', contentType: 'a/b' } },
      `${at}/slot/verb is the text "FETCH", but must be one of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, ANY. Change it.`,
    ],
    [
      { ...valid, cases: [{ ...CASE, event: { body: 5 } }] },
      `${at}/cases/0/event/body is 5, but must be text or empty. Change it.`,
    ],
    [
      { ...valid, cases: [{ ...CASE, event: { body: '', params: { path: { id: 5 } } } }] },
      `${at}/cases/0/event/params/path/id is 5, but must be text. Put quotes around it.`,
    ],
    [
      { ...valid, cases: [{ ...CASE, expected: { requestOverride: {} } }] },
      `${at}/cases/0/expected has none of output, fails. Add one.`,
    ],
    [
      { ...valid, cases: [{ ...CASE, expected: { fails: false } }] },
      `${at}/cases/0/expected/fails is false, but must be true. Change it.`,
    ],
  ])('%j has one problem', (template, message) => {
    expect(problemsOf(template)).toEqual([message])
  })
})

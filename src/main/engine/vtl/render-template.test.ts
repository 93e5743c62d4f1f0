import { describe, expect, it } from 'vitest'
import type { TemplateProfile } from '@shared/template-event'
import { compileTemplate } from './compile-template'
import { renderTemplate } from './render-template'

const BODY = '{"name": "Ada", "age": 36, "tags": ["x", "y"], "address": {"city": "London"}, "none": null, "rate": 1.5}'

/** The output, or "line:column message" of what ended the render. */
function rendered(template: string, profile: TemplateProfile = 'apigw', body = BODY): string {
  const event = {
    body,
    params: { querystring: { q: '1' } },
    stageVariables: { table: 'orders' },
    context: { stage: 'prod' },
  }
  const outcome = renderTemplate(compileTemplate(template), event, { profile })
  if (outcome.ok) return outcome.output
  const { range, message } = outcome.error
  return `${range.line}:${range.column} ${message}`
}

describe('renderTemplate', () => {
  it('prints values as Java does', () => {
    expect(rendered("#set($r = $input.path('$'))$r.name $r.age $r.rate $r.tags $r.address")).toBe(
      'Ada 36 1.5 ["x","y"] {city=London}',
    )
  })

  it('prints nothing for a reference without a value, and plain Velocity its source', () => {
    const template = "[$nope][$!nope][${nope.a}][$input.path('$.none')]"
    expect(rendered(template)).toBe('[][][][]')
    expect(rendered(template, 'velocity')).toBe("[$nope][][${nope.a}][$input.path('$.none')]")
  })

  it('takes a missing value for true in the service only', () => {
    expect([rendered('#if($nope)yes#else no#end'), rendered('#if($nope)yes#else no#end', 'velocity')]).toEqual([
      'yes',
      ' no',
    ])
  })

  it('takes the rest of a line that holds a block directive only', () => {
    expect(rendered('[\n#foreach($t in $input.path("$.tags"))  \n  "$t"#if($foreach.hasNext),#end\n#end\n]')).toBe(
      '[\n  "x",  "y"]',
    )
  })

  it('repeats a loop a thousand times at most in the service', () => {
    const template = '#set($n = 0)#foreach($i in [1..1200])#set($n = $n + 1)#end$n'
    expect([rendered(template), rendered(template, 'velocity')]).toEqual(['1000', '1200'])
  })

  it('warns when it cuts a loop short', () => {
    const warnings: string[] = []
    renderTemplate(
      compileTemplate('\n#foreach($i in [1..1001])#end'),
      { body: null },
      {
        profile: 'apigw',
        onWarning: ({ range, message }) => warnings.push(`${range.line} ${message}`),
      },
    )
    expect(warnings).toEqual([
      '2 Stopped after 1,000 loop turns, as API Gateway does. The rest of the list is left out.',
    ])
  })

  it('calls macros by name, with arguments read where they were written', () => {
    expect(rendered("#macro(line $a $b)$a=$b;#end#line('x' $input.path('$.age'))#line('y')")).toBe('x=36;y=;')
    expect(rendered('#macro(wrap)<$bodyContent>#end#@wrap()in#end')).toBe('<in>')
    expect(rendered("#unknown('a')")).toBe("#unknown('a')")
  })

  it('writes a defined block each time it is printed', () => {
    expect(rendered('#define($b)$x #end#set($x = 1)$b#set($x = 2)$b')).toBe('1 2 ')
  })

  it('reads #evaluate as a template of its own', () => {
    expect(rendered("#set($s = '#set($y = 5)')#evaluate($s)$y")).toBe('5')
  })

  it('ends loops with #break and the render with #stop', () => {
    expect(rendered('#foreach($i in [1..3])$i#if($i == 2)#break#end#end|')).toBe('12|')
    expect(rendered('a#stop b')).toBe('a')
  })

  it('keeps what was written before a failure', () => {
    const outcome = renderTemplate(
      compileTemplate("a$input.path('$.tags').get(9)b"),
      { body: BODY },
      { profile: 'apigw' },
    )
    expect(outcome).toMatchObject({
      ok: false,
      output: 'a',
      error: { code: 'template/java-exception', range: { line: 1, column: 23 } },
    })
  })

  it('gives the first problem of a template that does not parse', () => {
    expect(rendered('x\n#if($a)')).toBe('2:1 #if is never closed. Add #end where it ends.')
  })

  it('says that there are no files to read', () => {
    expect(rendered("#parse('other.vm')")).toBe(
      '1:1 #parse reads a file, and API Gateway has no template files. Put the text here, or into a macro.',
    )
  })

  it('hands out what was written to the overrides', () => {
    const template =
      '#set($context.requestOverride.header.x = "1")#set($context.responseOverride.status = 201)$context.stage $stageVariables.table'
    expect(
      renderTemplate(
        compileTemplate(template),
        { body: null, context: { stage: 'prod' }, stageVariables: { table: 't' } },
        { profile: 'apigw' },
      ),
    ).toEqual({
      ok: true,
      output: 'prod t',
      requestOverride: { path: {}, querystring: {}, header: { x: '1' } },
      responseOverride: { header: {}, status: 201 },
    })
  })

  it('never keeps anything from one render to the next', () => {
    const template = compileTemplate('$x#set($x = 1)#macro(m)M#end#m()')
    const render = () => renderTemplate(template, { body: null }, { profile: 'apigw' })
    expect([render(), render()].map((outcome) => outcome.output)).toEqual(['M', 'M'])
  })
})

import { describe, expect, it } from 'vitest'
import { compileTemplate } from './compile-template'
import { renderTemplate } from './render-template'
import { randomTemplates } from './testing/random-templates'

function codeOf(template: string, body = '{}'): string {
  const outcome = renderTemplate(
    compileTemplate(template),
    { body },
    { profile: 'velocity', budget: { steps: 200_000, outputLength: 1_000_000 } },
  )
  return outcome.ok ? 'ok' : `${outcome.error.code} ${outcome.error.range.line}`
}

describe('a hostile template', () => {
  it('cannot loop on and on', () => {
    const loop = '#foreach($a in [1..1000])\n#foreach($b in [1..1000])\n#set($x = 1)#end#end'
    expect(codeOf(loop)).toBe('template/step-limit 3')
    expect(codeOf('#foreach($a in [1..2000000000])#end')).toBe('template/step-limit 1')
  })

  it('cannot double a text for ever', () => {
    expect(codeOf('#set($x = "aaaaaaaa")\n#foreach($i in [1..100])\n#set($x = "$x$x")#end')).toBe(
      'template/output-limit 3',
    )
    expect(codeOf('#set($x = "aaaaaaaa")#foreach($i in [1..100])#set($x = $x + $x)#end')).toBe(
      'template/output-limit 1',
    )
    expect(codeOf('#set($x = "aaaaaaaa")#foreach($i in [1..100])#set($x = $x.concat($x))#end')).toBe(
      'template/output-limit 1',
    )
  })

  it('cannot write without end', () => {
    expect(codeOf(`#foreach($i in [1..100000])${'long text '.repeat(100)}#end`)).toBe('template/output-limit 1')
  })

  it('cannot call itself without end', () => {
    expect(codeOf('#macro(m)#m()#end#m()')).toBe('template/macro-depth 1')
    expect(codeOf("#set($s = '#evaluate($s)')#evaluate($s)")).toBe('template/depth-limit 1')
  })

  it('cannot make a list or map that holds itself hang', () => {
    expect(codeOf('#set($m = {})#set($m.self = $m)$m')).toBe('ok')
    expect(codeOf('#set($l = [])#set($x = $l.add($l))$l')).toBe('ok')
  })

  it('cannot make a list double for ever', () => {
    expect(codeOf('#set($l = [1,2,3,4])#foreach($i in [1..100])#set($x = $l.addAll($l))#end')).toContain(
      'template/java-exception',
    )
  })

  it('is read to its end, however it is put together', () => {
    const count = Number(process.env['VTL_TEMPLATES'] ?? 10_000)
    for (const [at, template] of randomTemplates(20_261_120, count).entries()) {
      for (const record of [false, true]) {
        const compiled = compileTemplate(template, { record })
        const render = () =>
          renderTemplate(
            compiled,
            { body: '{"a": {"b": [1, "two", null]}}' },
            { profile: 'apigw', budget: { steps: 20_000, outputLength: 500_000 } },
          )
        expect(render, `template ${at}: ${template}`).not.toThrow()
      }
    }
  })
})

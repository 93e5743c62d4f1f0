import { describe, expect, it } from 'vitest'
import type { TemplateEvent } from '@shared/template-event'
import { renderWithVelocityjs } from './render-with-velocityjs'

const EVENT: TemplateEvent = {
  body: '{"name": "Ada", "tags": ["a", "b"], "address": {"city": "Zürich"}}',
  params: { path: { id: '7' }, querystring: { id: 'q', page: '2' }, header: { Accept: '*/*' } },
  context: { stage: 'prod', identity: { sourceIp: '192.0.2.1' } },
  stageVariables: { host: 'orders.internal' },
}
const render = (template: string, event: TemplateEvent = EVENT): unknown => {
  const outcome = renderWithVelocityjs(template, event)
  return outcome.ok ? outcome.output : { fails: outcome.message }
}

describe('renderWithVelocityjs', () => {
  it.each([
    ["$input.path('$.name') $input.path('$.tags[1]') $input.path('$').address.city", 'Ada b Zürich'],
    ["$input.json('$.address') $input.json('$.tags')", '{"city":"Zürich"} ["a","b"]'],
    ["$input.params('id') $input.params('page') $input.params().header.Accept", '7 2 */*'],
    ['$context.stage $context.identity.sourceIp $stageVariables.host', 'prod 192.0.2.1 orders.internal'],
    ['#foreach($tag in $input.path("$.tags"))$tag#if($foreach.hasNext),#end#end', 'a,b'],
    ['$util.urlEncode("a b")|$util.base64Encode("Zürich")|$util.parseJson("{}").size()', 'a+b|WsO8cmljaA==|0'],
    [
      '#set($s = "Order-7")$s.toUpperCase() $s.replaceAll("[a-z]", "x") $s.split("-").size() $s.contains("7")',
      'ORDER-7 Oxxxx-7 2 true',
    ],
    ['#set($m = {"a": 1})#set($m.b = 2)$m.get("b") $m.keySet() $m.size() $m', '2 [a, b] 2 {a=1, b=2}'],
    ['#set($l = [1])#set($x = $l.add(2))$l $l.get(0) $l.contains(2)', '[1, 2] 1 true'],
    ['#macro(hi $n)hi $n#end#hi("x")', 'hi x'],
    ['$input.body', EVENT.body],
  ])('renders %s', (template, output) => {
    expect(render(template)).toBe(output)
  })

  it('differs from the service where velocityjs does', () => {
    expect(render('$gone $!gone $input.path("$.gone") #if($gone)yes#{else}no#end')).toBe(
      '$gone  $input.path("$.gone") no',
    )
  })

  it('takes an event with a body alone', () => {
    expect(render("$input.json('$') $input.params().path $context.requestOverride.header", { body: null })).toBe(
      '{} {} {}',
    )
    expect(render("$input.body|$input.path('$')", { body: 'no JSON' })).toBe('no JSON|no JSON')
  })

  it('gives what was written to the overrides, and leaves the event as it was', () => {
    const template =
      '#set($context.responseOverride.status = 404)#set($context.requestOverride.path.id = "x")#set($context.identity.a = 1)'
    const before = structuredClone(EVENT)
    expect(renderWithVelocityjs(template, EVENT)).toEqual({
      ok: true,
      output: '',
      requestOverride: { path: { id: 'x' }, querystring: {}, header: {} },
      responseOverride: { header: {}, status: 404 },
    })
    expect(EVENT).toEqual(before)
  })

  it('says what it cannot parse or run', () => {
    expect(render('#if(')).toEqual({ fails: expect.stringContaining('Parse error') })
    expect(render('$input.path("[")')).toEqual({ fails: expect.any(String) })
  })
})

describe('a template that reaches for more than data', () => {
  const SEED = '#set($o = {"a": 1})#set($s = "x")#set($l = [1])'

  it.each([
    ['an inherited function', '$o.toString.name $s.charAt.name $l.push.name $o["hasOwnProperty"].name'],
    [
      'a prototype',
      '$o.__proto__.a $o["__proto__"].a $s.constructor.name $l.get("constructor").name $o.getConstructor().name',
    ],
    ['a getter of the prototype', '$o.__lookupGetter__("__proto__").name $s.__lookupGetter__("__proto__").name'],
    ['the functions of its variables', '$util.urlEncode.name $input.path.name $util.urlEncode.call("a","b").c'],
    ['a variable that every object has', '$toString.name $constructor.name $hasOwnProperty("a").b'],
  ])('finds nothing in %s', (_, template) => {
    const references = template.split(' ')
    expect(render(`${SEED}${template}`)).toBe(references.join(' '))
  })

  it('makes no function of text', () => {
    const template =
      '#set($g = $o.__lookupGetter__("__proto__"))#set($p = $g.call($util.urlEncode))#set($f = $p.constructor("return 1"))[$!f.call()]'
    expect(render(`${SEED}${template}`)).toBe('[]')
  })

  it('finds no key that turns into another one', () => {
    const key = '#set($k = {"length": 1, "0": "__proto__"})#set($k.join = $l.join)#set($k.toString = $l.toString)'
    expect(render(`${SEED}${key}[$!o[$k].a]`)).toBe('[]')
    expect(render(`${SEED}${key}[$!o.get($k).a]`)).toEqual({ fails: 'property.charCodeAt is not a function' })
  })

  it('writes to nothing that is shared', () => {
    const names = ['toString', 'hasOwnProperty', 'constructor', '__proto__']
    const writes = names.map(
      (name) => `#set($o.${name}.polluted = 1)#set($l.${name}.polluted = 1)#set($none.${name}.polluted = 1)`,
    )
    const puts = names.map((name) => `#set($x = $o.${name}.put("polluted", 1))#set($y = $o.put("${name}", 1))`)
    renderWithVelocityjs(`${SEED}${writes.join('')}${puts.join('')}#set($o["hasOwnProperty"]["call"] = 1)`, EVENT)
    const shared: object[] = [
      Object.prototype,
      Array.prototype,
      Object.prototype.toString,
      Object,
      Object.prototype.hasOwnProperty,
    ]
    expect(shared.map((each) => Object.hasOwn(each, 'polluted') || Object.hasOwn(each, 'call'))).toEqual(
      shared.map(() => false),
    )
  })

  it('takes members that are named like those of every object for data', () => {
    const body = '{"constructor": "c", "toString": "t", "__proto__": {"x": 1}, "hasOwnProperty": [1]}'
    const template = "#set($r = $input.path('$'))$r.constructor $r.toString $r.hasOwnProperty.size() $!r.x"
    expect(render(template, { body })).toBe('c t 1 ')
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  it('makes no list that ends the process', () => {
    const fails = 'A range of more than 1,000,000 numbers is not made.'
    expect(render('#foreach($i in [1..2000000000])#end')).toEqual({ fails })
    expect(render('#set($n = -2000000000)#set($l = [0..$n])')).toEqual({ fails })
    expect(render('#set($n = 3)#foreach($i in [1..$n])$i#end')).toBe('123')
  })

  it('that calls itself for ever ends with a failure', () => {
    expect(render('#macro(again)#again()#end#again()')).toEqual({ fails: expect.stringContaining('stack') })
  })
})

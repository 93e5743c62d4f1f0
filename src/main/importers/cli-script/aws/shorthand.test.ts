import { describe, expect, it } from 'vitest'
import { parseShorthand } from './shorthand'

describe('shorthand', () => {
  it.each([
    ['types=REGIONAL', { types: 'REGIONAL' }],
    ['types=REGIONAL,EDGE,ipAddressType=ipv4', { types: ['REGIONAL', 'EDGE'], ipAddressType: 'ipv4' }],
    ['types=[REGIONAL],a=b', { types: ['REGIONAL'], a: 'b' }],
    [
      'op=replace,path=/*/*/throttling/rateLimit,value=500',
      { op: 'replace', path: '/*/*/throttling/rateLimit', value: '500' },
    ],
    ['a={b=c,d=[e,f]},g=h', { a: { b: 'c', d: ['e', 'f'] }, g: 'h' }],
    ['value="a,b",x=\'c=d\'', { value: 'a,b', x: 'c=d' }],
    ['method.request.header.X=true', { 'method.request.header.X': 'true' }],
    ['application/json=Order', { 'application/json': 'Order' }],
    ['overwrite:path=/v2/$request.path.proxy', { 'overwrite:path': '/v2/$request.path.proxy' }],
    ['path=/~1orders~1{id}/GET/x,value=a\\,b', { path: '/~1orders~1{id}/GET/x', value: 'a,b' }],
    ['a=', { a: '' }],
    ['Issuer=https://x.example/a?b=c', { Issuer: 'https://x.example/a?b=c' }],
  ])('%s', (text, expected) => {
    expect(parseShorthand(text)).toEqual(expected)
  })

  it.each(['types', 'a={b=c', 'a=[b', 'a="b', 'a=b]c', 'a={'.repeat(100)])('refuses %j', (text) => {
    expect(() => parseShorthand(text)).toThrow(SyntaxError)
  })
})

import { describe, expect, it } from 'vitest'
import { saidAfter, saidInQuery } from './said-members'

describe('what a client said', () => {
  it('keeps the last text or figure under each name, also one level down', () => {
    const first = saidAfter(
      undefined,
      '{"action":"join","roomId":"r1","data":{"topic":"news","n":3},"list":[1],"no":null}',
    )
    expect(saidAfter(first, '{"action":"say","roomId":"r2"}')).toEqual({
      action: 'say',
      roomId: 'r2',
      'data.topic': 'news',
      'data.n': '3',
    })
  })

  it('learns nothing from what is no object, nor from names that are no names', () => {
    const said = { roomId: 'r1' }
    expect(['hi', '[1]', '"x"', '{"__proto__":"x"}'].map((text) => saidAfter(said, text))).toEqual([
      said,
      said,
      said,
      said,
    ])
  })

  it('keeps a bounded number of names', () => {
    const many = JSON.stringify(Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`n${at}`, 'x'])))
    expect(Object.keys(saidAfter({ first: '1' }, many))).toHaveLength(24)
  })

  it('reads the query of a handshake', () => {
    expect(saidInQuery('token=abc&room=lobby')).toEqual({ token: 'abc', room: 'lobby' })
  })
})
